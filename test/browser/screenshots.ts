/**
 * Draws the pictures of the documentation from a few days of the demo: `npm run screenshots`.
 * `npm run screenshots -- --all FOLDER` draws every page in both themes and two widths, to look at.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildUi } from '../../sandbox/build-ui';
import { launchChromium } from './chromium';
import { DemoDays, timeOf } from './demo-days';
import { playDemoWeek } from './demo-week';
import { documented, everything, type Picture, SCENES } from './pictures';

/** Some time after the last change, so that the pictures tell the same ages each time. */
const TAKEN_AT = new Date(timeOf('thu 15:10'));

const DOCUMENTATION = path.resolve(__dirname, '../../docs/images');

void draw().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});

async function draw(): Promise<void> {
  const { values } = parseArgs({ options: { all: { type: 'string' } } });
  const folder = values.all ?? DOCUMENTATION;
  mkdirSync(folder, { recursive: true });
  await buildUi();
  const days = await DemoDays.begin('mon 08:40');
  const browser = await launchChromium();
  try {
    await playDemoWeek(days);
    for (const picture of values.all === undefined ? documented() : everything()) {
      await take(picture, days, browser, folder);
      process.stdout.write(`${picture.name}.png\n`);
    }
  } finally {
    await browser.close();
    await days.stop();
  }
}

async function take(
  { name, scene, theme, width, height }: Picture,
  days: DemoDays,
  browser: Browser,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  try {
    context.setDefaultTimeout(20_000);
    await context.clock.setFixedTime(TAKEN_AT);
    const page = await context.newPage();
    await SCENES[scene](page, days, theme);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  } finally {
    await context.close();
  }
}
