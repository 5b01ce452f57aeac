import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio/slim';
import type { Manifest } from '../manifest';
import { contentSecurityPolicy } from './csp';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a `resources` entry, as Forge's CDN does: an HTML page gets the bridge script
 * first in its head and the policy of @forge/csp.
 * @param file Path inside the resource; empty = index.html.
 * @returns undefined when there is no such resource or file.
 */
export function serveResource(
  manifest: Manifest,
  jiraOrigin: string,
  resourceKey: string,
  file: string,
): Response | undefined {
  const folder = manifest.resources.get(resourceKey);
  if (folder === undefined) return undefined;
  const full = path.resolve(folder, file || 'index.html');
  const inside = full.startsWith(folder + path.sep);
  if (!inside || !existsSync(full) || !statSync(full).isFile()) return undefined;
  const extension = path.extname(full);
  const headers = new Headers({
    'content-type': MEDIA_TYPES[extension] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  if (extension !== '.html') return new Response(new Uint8Array(readFileSync(full)), { headers });
  const html = readFileSync(full, 'utf8');
  headers.set('content-security-policy', contentSecurityPolicy(html, manifest, jiraOrigin));
  return new Response(withBridge(html), { headers });
}

function withBridge(html: string): string {
  const page = load(html);
  page('head').prepend(
    '<script src="/bridge-frame.js"></script><link rel="stylesheet" href="/theme.css">',
  );
  return page.html();
}
