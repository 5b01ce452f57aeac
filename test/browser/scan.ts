import AxeBuilder from '@axe-core/playwright';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { appIn, type Theme } from './app-page';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A theme changes colours and nothing else, so the rules about them are all that can differ. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block'];
/** Style sheets of another origin cannot be read, and no rule that is used needs them. */
const OPTIONS = { preload: false };

/**
 * What axe finds by the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, in the app as it is now:
 * everything in the light theme, and what depends on colours in the dark one. The page is left in the
 * light theme.
 */
export async function violationsInApp(page: Page): Promise<string[]> {
  await setTheme(page, 'dark');
  const dark = await runInApp(page, { type: 'rule', values: ABOUT_COLOUR });
  await setTheme(page, 'light');
  const light = await runInApp(page, { type: 'tag', values: WCAG });
  return [...describeAll('dark', dark), ...describeAll('light', light)];
}

/** The same for the whole page as it is now, with the app's frame in it. */
export async function violationsInPage(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options(OPTIONS).withTags(WCAG);
  return describeAll('page', await builder.analyze());
}

/** `AxeBuilder` opens a tab of its own for each run, which takes longer than the run. */
async function runInApp(
  page: Page,
  runOnly: axe.RunOnly,
): Promise<Pick<axe.AxeResults, 'violations'>> {
  const frame = await appFrame(page);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(
    async (options) => {
      const { axe: runner } = window as unknown as { axe: typeof axe };
      const { violations } = await runner.run(document, options);
      return { violations };
    },
    { ...OPTIONS, runOnly, resultTypes: ['violations'] } satisfies axe.RunOptions,
  );
}

async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('[data-app-place] iframe')).contentFrame();
  if (frame === null) throw new Error('The app is not in the page.');
  return frame;
}

function describeAll(where: string, { violations }: Pick<axe.AxeResults, 'violations'>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${where} ${id}: ${String(target)} ${html}`),
  );
}

/** Changes the theme without taking the focus, which would close an open menu. */
async function setTheme(page: Page, theme: Theme): Promise<void> {
  const isThere = await page.evaluate((mode) => {
    const button = document.querySelector<HTMLElement>('[data-theme-toggle]');
    if (document.documentElement.dataset.colorMode !== mode) button?.click();
    return button !== null;
  }, theme);
  if (!isThere) throw new Error('The page has no switch for its theme.');
  const app = appIn(page).locator(`html[data-color-mode=${theme}]`);
  await app.waitFor({ state: 'attached' });
  // Colours fade from one theme into the other; what is between them is of neither.
  await app.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
}
