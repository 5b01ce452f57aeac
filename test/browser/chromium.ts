/** The one place that knows how tests and pictures get a browser. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
];

/**
 * A suite that needs a browser. Without one it is skipped with a loud message, but it fails where
 * `CI` is set: there a missing browser is a mistake of the machine.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const skipped = findChromium() === undefined && !process.env.CI;
  if (skipped) {
    process.stderr.write(
      `\n!!! SKIPPED: ${name}. Install Chromium or set CHROMIUM_PATH to its path.\n\n`,
    );
  }
  (skipped ? describe.skip : describe)(name, tests);
}

/** Starts Chromium without a window. @throws {Error} when there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium found. Install it or set CHROMIUM_PATH to its path.');
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A window of a browser of its own, which ends with the browser. */
export interface BrowserWindow {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** What its pages have done that they must not, see `complaintsOf`. */
  complaints: string[];
}

/** Opens a window of 1280 pixels in which nothing moves. @throws {Error} when there is no Chromium */
export async function openWindow({ height }: { height: number }): Promise<BrowserWindow> {
  const browser = await launchChromium();
  const viewport = { width: 1280, height };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const complaints = await complaintsOf(context);
  return { browser, context, page: await context.newPage(), complaints };
}

/**
 * Collects what pages must not do, in all tabs and all of their frames, from now on: uncaught errors,
 * errors on the console, and violations of a content security policy.
 */
export async function complaintsOf(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('weberror', (thrown) => complaints.push(thrown.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`));
    });
  });
  return complaints;
}

function findChromium(): string | undefined {
  return CANDIDATES.find((path) => path !== undefined && existsSync(path));
}
