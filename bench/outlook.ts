import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser/openBrowser.ts';
import { openOutlook, type Outlook } from '../e2e/support/outlook/openOutlook.ts';
import { synced } from '../server/tests/support/people/assignments.ts';
import { nobody } from '../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../server/tests/support/processes/startUndersign.ts';
import { openSlowLine, type Line } from './outlook/slowLine.ts';

/**
 * How long people in Outlook wait: from the event of a new mail to the signature in it, with nothing known and later, and
 * for the pane, over two lines; and how large the files are. Office's own script is not counted: it comes from Microsoft.
 * The browser keeps no files while Outlook is played to it, so what later pages cost is not told.
 */
const lines: readonly Line[] = [
  { name: '10 Mbit/s, 40 ms', megabitsPerSecond: 10, roundTripMs: 40 },
  { name: '2 Mbit/s, 100 ms', megabitsPerSecond: 2, roundTripMs: 100 },
];

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/** Until the signature is in the mail; what the handler still asks after that is waited for, but not counted. */
const timeToSignature = async (outlook: Outlook): Promise<number> => {
  const isDone = outlook.raise('onNewMessageCompose');
  const taken = await timed(() => outlook.page.waitForFunction(() => (window.fakeHost.mail?.sets.length ?? 0) > 0));
  await isDone;
  return taken;
};

/** From the pane's frame being told where to go until something of it is seen. */
const timeToPaint = async (outlook: Outlook): Promise<number> => {
  const pane = await outlook.frame('pane');
  return pane.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
};

const row = (...cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? Math.round(cell).toLocaleString('en') : cell)).join(' | ')} |`;

async function measure(line: Line, browser: Browser, undersign: Undersign): Promise<readonly string[]> {
  const slow = await openSlowLine(line);
  const { userPrincipalName: mailbox } = undersign.simulator.tenant.accounts.teammate;
  const { accessToken } = await undersign.signIn(mailbox);
  const outlook = await openOutlook(browser, {
    addin: undersign.url,
    mailbox,
    accessToken,
    proxy: slow.url,
    isMeasured: true,
  });
  const rows: string[] = [];
  const handler = await timed(() => outlook.compose());
  const first = await timeToSignature(outlook);
  rows.push(row(line.name, 'first mail', handler, first, slow.takeBytes() / 1000));
  await outlook.compose();
  slow.takeBytes();
  rows.push(row(line.name, 'later mail', '', await timeToSignature(outlook), ''));
  slow.takeBytes();
  const pane = await timed(async () => (await outlook.openPane()).getByRole('heading', { level: 1 }).waitFor());
  rows.push(row(line.name, 'pane, first time', pane, '', slow.takeBytes() / 1000));
  rows.push(row(line.name, 'pane, painted (goal: 300)', await timeToPaint(outlook), '', ''));
  await outlook.close();
  await slow.close();
  return rows;
}

const dist = join(import.meta.dirname, '../dist');
const parts = JSON.parse(readFileSync(join(dist, 'parts.json'), 'utf8')) as Readonly<Record<string, string[]>>;
const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(dist, 'addin', file)).size, 0) / 1000;

const sizes = (): readonly string[] => [
  row('for classic Outlook, each mail', sizeOf(['launchevent.js']), ''),
  ...(['handler', 'taskpane', 'auth', 'signed-in'] as const).map((name) => {
    const files = parts[name] ?? [];
    return row(name, sizeOf(files), sizeOf(files.map((file) => `${file}.gz`)));
  }),
];

const [browser, undersign] = await Promise.all([openBrowser(), startUndersign()]);
await synced(await undersign.connectedAdmin(), { ...nobody, everyone: true });
console.log(row('over', 'what', 'page there after ms', 'event to signature ms', 'kB'));
console.log(row('---', '---', '---', '---', '---'));
for (const line of lines) for (const each of await measure(line, browser, undersign)) console.log(each);
console.log(`\n${row('file or part', 'kB', 'kB with gzip')}\n${row('---', '---', '---')}`);
for (const each of sizes()) console.log(each);
await browser.close();
await undersign.close();
