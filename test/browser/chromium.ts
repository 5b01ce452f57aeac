/** The one place that knows how tests and pictures get a browser. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

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
