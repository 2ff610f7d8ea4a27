import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser/openBrowser.ts';
import { openWindow } from '../e2e/support/browser/openWindow.ts';
import { signIn } from '../e2e/support/stories/story.ts';
import { watchShifts } from '../e2e/support/inspect/watchShifts.ts';
import { openWording } from '../e2e/support/wording.ts';
import { synced } from '../server/tests/support/people/assignments.ts';
import { nobody } from '../server/tests/support/people/selections.ts';
import { startUndersign } from '../server/tests/support/processes/startUndersign.ts';
import { generateDirectory } from '../simulator/seed/generateDirectory.ts';

/**
 * How soon the console answers a hand with 20,000 teammates: interaction to next paint as the browser counts it, and how much
 * moves by itself. The server runs in the same machine, so what people wait for it is in none of the figures.
 */
const people = Number(process.argv[2] ?? 20_000);
const goal = { inp: 100, shift: 0.02 };

interface Watched {
  /** The longest event of each interaction; those of less than 16 ms are not told by browsers. */
  readonly told: Map<number, number>;
  /** When the mark was pressed, and by which interaction. */
  mark: { readonly pressed: number; id: number | null } | null;
}

declare global {
  var watched: Watched | undefined;
}

/** Entries come in the order of what happened: once the one of the mark is there, all before it are. */
const watchInteractions = (): void => {
  const watched: Watched = (globalThis.watched = { told: new Map(), mark: null });
  interface Timing extends PerformanceEntry {
    readonly interactionId: number;
  }
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, startTime } of list.getEntries() as Timing[]) {
      if (interactionId === 0) continue;
      if (startTime === watched.mark?.pressed) watched.mark.id = interactionId;
      watched.told.set(interactionId, Math.max(watched.told.get(interactionId) ?? 0, duration));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  window.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'F9') return;
    watched.mark = { pressed: timeStamp, id: null };
    // Long enough to be told.
    while (performance.now() - timeStamp < 40);
  });
};

const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;

const [browser, undersign] = await Promise.all([
  openBrowser(),
  startUndersign({ seed: generateDirectory({ users: people }) }),
]);
await synced(await undersign.connectedAdmin(), { ...nobody, everyone: true });
const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1440, height: 900 } });
await context.addInitScript(watchInteractions);
await watchShifts(context);
const say = openWording('en');
await page.goto(undersign.url);
await signIn({ context, page, say, onScreen: () => Promise.resolve() });
// The click that opened the window of the sign-in may never have been painted, and a browser tells nothing of what came
// after something of which it cannot tell yet.
await page.reload();
await page.getByRole('navigation').first().waitFor();

const rows: string[] = [];
const countInteractions = (): Promise<number> =>
  page.evaluate(() => (performance as Performance & { readonly interactionCount: number }).interactionCount);

/** What all interactions since the last call took, without the one of the mark. */
const takeInteractions = async (): Promise<readonly number[]> => {
  await page.keyboard.press('F9');
  await page.waitForFunction(() => typeof globalThis.watched?.mark?.id === 'number');
  return page.evaluate(() => {
    const { watched } = globalThis;
    watched?.told.delete(watched.mark?.id ?? 0);
    const all = [...(watched?.told.values() ?? [])];
    watched?.told.clear();
    if (watched) watched.mark = null;
    return all;
  });
};

/** How long the page's own thread computed until now; it hardly depends on who else uses the machine. */
const devTools = await context.newCDPSession(page);
await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
const computed = async (): Promise<number> => {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};

const takeShift = (): Promise<number> =>
  page.evaluate(() => {
    const sum = globalThis.shifts?.sum ?? 0;
    if (globalThis.shifts) globalThis.shifts.sum = 0;
    return sum;
  });

/** Does something so many times, and adds a row about it. */
const measured: number[] = [];
const measure = async (name: string, times: number, act: (time: number) => Promise<void>): Promise<void> => {
  await drawn(page);
  await takeInteractions();
  const [countBefore, computedBefore] = [await countInteractions(), await computed()];
  for (let time = 0; time < times; time += 1) {
    await act(time);
    await drawn(page);
  }
  const [count, busy] = [(await countInteractions()) - countBefore, (await computed()) - computedBefore];
  const told = await takeInteractions();
  // Of those that took less than 16 ms the browser tells only that they were.
  const all = [...told, ...Array<number>(Math.max(0, count - told.length)).fill(16)];
  measured.push(...all);
  const shift = await takeShift();
  const cells = [name, all.length, percentile(all, 0.5), percentile(all, 0.95), Math.max(0, ...all)];
  rows.push(`| ${cells.join(' | ')} | ${(busy / times).toFixed(0)} | ${shift.toFixed(3)} |`);
};

const open = async (path: string): Promise<void> => {
  await page.evaluate((to) => window.location.assign(`#/${to}`), path);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main [role=progressbar][aria-label]') === null);
};

await open('teammates');
const table = page.getByRole('table');
await table.waitFor();
const search = page.getByRole('searchbox', { name: say('teammates.search') });
await search.focus();
await measure('type a search', 40, async (time) =>
  page.keyboard.press(time % 10 < 5 ? 'anna '.charAt(time % 5) : 'Backspace'),
);
await search.fill('');
const heads = table.getByRole('columnheader').getByRole('button');
await measure('sort', 8, async (time) => heads.nth(time % 3).click());
await measure('choose a list', 8, async (time) =>
  page
    .getByRole('group', { name: say('teammates.view') })
    .getByRole('button')
    .nth(time % 4)
    .click(),
);
await page
  .getByRole('group', { name: say('teammates.view') })
  .getByRole('button')
  .first()
  .click();
await table.getByRole('checkbox').nth(3).waitFor();
await measure('tick', 20, async (time) =>
  table
    .getByRole('checkbox')
    .nth(1 + (time % 8))
    .click(),
);
await measure('scroll by keyboard', 40, async () => page.keyboard.press('PageDown'));
await page.keyboard.press('Home');
await measure('open a person beside the list', 6, async (time) => table.getByRole('link').nth(time).click());
await open('select');
await page.getByRole('tab', { name: say('select.tabs.people') }).click();
await page.getByRole('checkbox').nth(4).waitFor();
await measure('pick people', 20, async (time) =>
  page
    .getByRole('checkbox')
    .nth(2 + (time % 6))
    .click(),
);
await open('sync');
await measure('go from page to page', 12, async (time) => {
  const names = ['overview', 'teammates', 'sync', 'select'] as const;
  const name = say(`common.nav.${names[time % 4] ?? 'overview'}`);
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.locator('main:not([aria-busy=true]) h1').waitFor();
});
await measure('open and leave the palette', 8, async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('common.palette.title') }).waitFor();
  await page.keyboard.press('Escape');
});

console.log(
  `| ${String(people)} teammates | interactions | p50 ms | p95 ms | longest | computing ms, each time | layout shift |`,
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const row of rows) console.log(row);
console.log(
  `| all (goal: p95 ${String(goal.inp)} ms, shift ${String(goal.shift)}) | ${String(measured.length)} | ${percentile(measured, 0.5).toFixed(0)} | ${percentile(measured, 0.95).toFixed(0)} | ${Math.max(...measured).toFixed(0)} | | |`,
);
await context.close();
await browser.close();
await undersign.close();
process.exit(0);
