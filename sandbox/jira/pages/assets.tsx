/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from 'hono/jsx';
import { ISSUE_TYPES, PRIORITIES } from '../world/catalog';
import type { JiraApp, JiraContext } from '../rest/context';
import { findPerson } from '../world/site';
import { AvatarImage, ProjectImage } from './parts/avatar';
import { PriorityIcon, TypeIcon } from './parts/icons';
import type { PageSite } from './session';

const STYLES = ['tokens', 'base', 'chrome', 'controls', 'issue', 'document'];
const CLIENT = join(__dirname, 'client');
const CLIENT_FILES = readdirSync(CLIENT);

/** Style sheet, scripts and pictures. */
export function assetRoutes(app: JiraApp, site: PageSite): void {
  const css = STYLES.map((name) => read(join(__dirname, 'styles', `${name}.css`))).join('\n');
  app.get('/style.css', (c) => c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get('/client/:file', (c) => {
    const file = c.req.param('file');
    if (!CLIENT_FILES.includes(file)) return c.notFound();
    const type = 'text/javascript; charset=utf-8';
    return c.body(read(join(CLIENT, file)), 200, { 'Content-Type': type });
  });

  app.get('/images/logo.svg', (c) => svg(c, <Logo />));
  app.get('/images/icons/statuses/generic.svg', (c) => svg(c, <StatusDot />));

  app.get('/images/icons/issuetypes/:file', (c) => {
    const found = ISSUE_TYPES.find(({ icon }) => `${icon}.svg` === c.req.param('file'));
    return found ? svg(c, <TypeIcon icon={found.icon} />) : c.notFound();
  });

  app.get('/images/icons/priorities/:file', (c) => {
    const file = c.req.param('file');
    const found = PRIORITIES.find(({ name }) => `${name.toLowerCase()}.svg` === file);
    return found ? svg(c, <PriorityIcon name={found.name} />) : c.notFound();
  });

  app.get('/images/projects/:file', (c) =>
    svg(
      c,
      <ProjectImage projectKey={c.req.param('file').replace(/\.svg$/, '')} size={sizeOf(c)} />,
    ),
  );

  app.get('/avatars/:file', (c) => {
    const accountId = c.req.param('file').replace(/\.svg$/, '');
    const person = findPerson(site.world.state, accountId);
    return person ? svg(c, <AvatarImage person={person} size={sizeOf(c)} />) : c.notFound();
  });
}

const read = (file: string) => readFileSync(file, 'utf8');

function sizeOf(c: JiraContext): number {
  const size = Number(c.req.query('size'));
  return size >= 16 && size <= 128 ? size : 48;
}

const svg = (c: JiraContext, image: Child) =>
  c.body(String(image), 200, { 'Content-Type': 'image/svg+xml' });

function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
      <rect width="24" height="24" rx="6" fill="#1868DB" />
      <path
        d="M6 12.200 9.200 9l2.300 2.300L16.300 6.500 18 8.200l-6.500 6.500-2.300-2.300-1.500 1.500z"
        fill="#fff"
      />
      <path d="M6 17h12v1.600H6z" fill="#fff" opacity=".6" />
    </svg>
  );
}

function StatusDot() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" xmlns="http://www.w3.org/2000/svg">
      <circle cx="8" cy="8" r="5" fill="#7D818A" />
    </svg>
  );
}
