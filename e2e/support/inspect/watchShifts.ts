import type { BrowserContext, Page } from 'playwright-core';

declare global {
  var shifts: { sum: number; what: string[] } | undefined;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Adds up how much of the page moves by itself after it was drawn. */
export const watchShifts = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const seen = (globalThis.shifts = { sum: 0, what: [] as string[] });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        seen.sum += value;
        const names = sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 40));
        seen.what.push(`${value.toFixed(3)} (${names.join(' | ')})`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** What moved since the last call, if it was more than one hardly notices. */
export const shiftsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { shifts } = globalThis;
    if (!shifts) throw new Error('Nobody watches for shifts.');
    const { sum, what } = shifts;
    Object.assign(shifts, { sum: 0, what: [] });
    return sum > 0.02 ? [`moves by itself: ${what.join(', ')}`] : [];
  });
