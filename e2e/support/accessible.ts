import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What another colour scheme alone can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 A and AA, as far as a program can tell; or only what has to do with colours, or within an element: a dialog hides the rest. */
export async function expectAccessible(
  page: Page,
  { onlyColours = false, within }: { onlyColours?: boolean; within?: string } = {},
): Promise<void> {
  await standsStill(page);
  const axe = analysisOf(page);
  if (within) axe.include(within);
  const { violations } = await (onlyColours ? axe.withRules(RULES_OF_COLOUR) : axe.withTags(RULES))
    .exclude('[data-base-ui-focus-guard]')
    // The development server's own button.
    .exclude('nextjs-portal')
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
  expect(found, page.url()).toEqual([]);
}

/**
 * What fades in, or changes its colour with the theme, would be measured half way. Asked again and again: what leaves the
 * page while it moves never says that it has finished.
 */
export async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      // One that follows the scrolling never ends.
      .every(({ timeline, playState }) => !(timeline instanceof DocumentTimeline) || playState !== 'running'),
  );
}

/** No page of ours holds a frame: without them there is nothing to sum up in a blank page that is opened for it. */
export const analysisOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** Nothing makes the page wider than the window: it is never scrolled sideways (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(wide, `${page.url()} in a window of ${window} pixels`).toBeLessThanOrEqual(window);
}
