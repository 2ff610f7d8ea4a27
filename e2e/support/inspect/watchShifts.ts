import type { BrowserContext, Page } from 'playwright-core';

declare global {
  var shifts: { since: number; sum: number; what: string[] } | undefined;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Adds up how much of the page moves by itself after it was drawn. */
export const watchShifts = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const seen = (globalThis.shifts = { since: 0, sum: 0, what: [] as string[] });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, startTime, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput || startTime < seen.since) continue;
        seen.sum += value;
        const names = sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 40));
        seen.what.push(`${value.toFixed(3)} (${names.join(' | ')})`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** From here on: what moves because of what was done before is drawn by then, and told of later. */
export const countShiftsAnew = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    if (!globalThis.shifts) throw new Error('Nobody watches for shifts.');
    Object.assign(globalThis.shifts, { since: performance.now(), sum: 0, what: [] });
  });

/** What moved since then, if it was more than one hardly notices, or more than is given: shares of the window, as browsers count them. */
export const shiftsOf = (page: Page, atMost = 0.02): Promise<readonly string[]> =>
  page.evaluate((most) => {
    const { sum = 0, what = [] } = globalThis.shifts ?? {};
    return sum > most ? [`moves by itself: ${what.join(', ')}`] : [];
  }, atMost);
