import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What lies over the whole page; what is behind is dimmed, and was looked at before. */
const modal = '[role$="dialog"][aria-modal="true"]';

/** Fluent's focus sentinels are hidden and focusable on purpose: focus that lands on one is moved on at once. */
const scopeOf = async (page: Page | Frame) => ({
  include: [(await page.locator(modal).count()) > 0 ? modal : 'html'],
  exclude: ['[data-tabster-dummy]'],
});

/** The page before stays, dimmed, until the one that was asked for is there. */
const arrive = async (page: Page | Frame): Promise<void> => {
  await page.locator('main[aria-busy=true]').waitFor({ state: 'detached' });
};

/** Even without motion something may be on its way in or out: an animation of no length still ends a frame later. */
const settle = (page: Page | Frame): Promise<void> =>
  page.evaluate(async () => {
    const isEnding = ({ playState, effect }: Animation): boolean =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    const ending = document.getAnimations().filter(isEnding);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

/** What stands behind a dialog is hidden from screen readers soon after it has come, and until soon after it has gone. */
const standBehind = async (page: Page | Frame): Promise<void> => {
  await page.waitForFunction((dialog) => {
    const isHidden = document.querySelector('#root[aria-hidden="true"]') !== null;
    return isHidden === (document.querySelector(dialog) !== null);
  }, modal);
};

interface Look {
  readonly results: AxeResults;
  readonly wasLeft: boolean;
}

const look = async (page: Page | Frame): Promise<Look> => {
  await arrive(page);
  await settle(page);
  await standBehind(page);
  // axe is in this page only. Asking the sandboxed mail inside it would find nothing, and Chromium warns of the attempt.
  const axe = `axe.run(${JSON.stringify(await scopeOf(page))}, { resultTypes: ["violations"], iframes: false })`;
  return (await page.evaluate(`(async () => {
    const isLeft = () => document.querySelector('main[aria-busy=true]') !== null;
    let wasLeft = isLeft();
    const watch = new MutationObserver(() => { wasLeft ||= isLeft(); });
    watch.observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
    const results = await ${axe};
    watch.disconnect();
    return { results, wasLeft };
  })()`)) as Look;
};

/** What is wrong with a page for people who use a keyboard, a screen reader or a narrow pane. Empty when nothing is. */
export const inspectPage = async (page: Page | Frame): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  let seen = await look(page);
  // Another page that was asked for came in the middle of it, and dimmed the one that was looked at.
  while (seen.wasLeft) seen = await look(page);
  const { results } = seen;
  const violations = results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) =>
        `${violation.id}: ${violation.help} (${violation.nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' ')})`,
    );
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  return overflow > 0 ? [...violations, `the page is ${String(overflow)} px too wide`] : violations;
};
