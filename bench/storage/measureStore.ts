import { randomUUID } from 'node:crypto';
import type { RunChange } from '../../server/src/domain/run/run.ts';
import type { Teammate } from '../../server/src/domain/teammate/teammate.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import type { Repositories } from '../../server/src/ports/repositories.ts';
import { openLeaseStore } from '../../server/src/storage/openLeaseStore.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { teammate } from '../../server/tests/contract/support/samples.ts';
import type { BenchStore } from './benchEngines.ts';

export interface BenchSize {
  readonly people: number;
  readonly changes: number;
  /** How often each question is asked. */
  readonly questions: number;
}

/** What was measured, by what it is called in the table. */
export type Measured = ReadonlyMap<string, string>;

const tenantId = 'bench';
const batchSize = 500;
const firstNames = ['Anna', 'Bram', 'Chloé', 'Daan', 'Eva', 'Femke', 'Gijs', 'Hanna', 'Ivo', 'Júlia'];
const lastNames = ['de Vries', 'Jansen', 'Peeters', 'Maes', 'Bakker', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos'];

const pick = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;
const addressOf = (number: number): string => `person${String(number)}@contoso.com`;

/** Ids are random, as Entra's are: what is written one after the other lies all over the indexes. */
const person = (number: number): Teammate => {
  const givenName = pick(firstNames, number);
  const surname = `${pick(lastNames, Math.floor(number / 10))} ${String(number)}`;
  return teammate(
    randomUUID(),
    {
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      mail: addressOf(number),
      userPrincipalName: addressOf(number),
      jobTitle: 'Account manager',
      department: 'Sales',
      businessPhones: ['+31 20 555 0100'],
    },
    number % 20 === 0 ? { status: 'disabled', disabledAt: '2026-01-01T00:00:00.000Z' } : {},
  );
};

const changeOf = ({ id, profile }: Teammate): RunChange => ({
  runId: 'bench-run',
  teammateId: id,
  displayName: profile.displayName ?? '',
  action: 'update',
  changes: [{ field: 'jobTitle', old: 'Account manager', new: 'Captain' }],
  at: '2026-02-01T00:00:00.000Z',
});

const inBatches = async <T>(values: readonly T[], work: (batch: readonly T[]) => Promise<void>): Promise<void> => {
  for (let start = 0; start < values.length; start += batchSize) await work(values.slice(start, start + batchSize));
};

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** As a sync works: under a lease, history first, in its batches. */
export const measureStore = async ({ engine, ...store }: BenchStore, size: BenchSize): Promise<Measured> => {
  const lease = await openLeaseStore(engine, systemClock).acquire(tenantId, 'run-sync', 3_600_000);
  if (lease === null) throw new Error('Somebody else holds the lease of a store that nobody else knows.');
  const repositories = openRepositories(engine).under(lease);
  const everybody = Array.from({ length: size.people }, (_, number) => person(number));
  const loading = await secondsOf(() => inBatches(everybody, (batch) => repositories.teammates.save(tenantId, batch)));
  const changed = everybody
    .slice(0, size.changes)
    .map((one) => ({ ...one, profile: { ...one.profile, jobTitle: 'Captain' } }));
  const changing = await secondsOf(() =>
    inBatches(changed, async (batch) => {
      await repositories.runChanges.add(tenantId, batch.map(changeOf));
      await repositories.teammates.save(tenantId, batch);
    }),
  );
  store.listen();
  const rows = new Map([
    ['people', size.people.toLocaleString('en')],
    ['bulk load', `${loading.toFixed(1)} s, ${Math.round(size.people / loading).toLocaleString('en')} people/s`],
    [`apply ${size.changes.toLocaleString('en')} changes, with history`, `${changing.toFixed(2)} s`],
  ]);
  for (const [name, ask] of questionsOf(repositories, everybody)) {
    rows.set(name, await percentilesOf(size.questions, ask));
  }
  const plans = await store.explain();
  const verdict = (asked: number, unindexed: readonly string[]): string =>
    unindexed.length === 0 ? `an index answers all ${String(asked)}` : `WITHOUT AN INDEX: ${unindexed.join('; ')}`;
  rows.set('query plans', plans === null ? 'this server does not tell' : verdict(plans.asked, plans.unindexed));
  return rows;
};

type Ask = (number: number) => Promise<unknown>;

const questionsOf = (
  { teammates, runChanges, settings, enrichments }: Repositories,
  everybody: readonly Teammate[],
): ReadonlyMap<string, Ask> => {
  const idOf = (number: number): string => pick(everybody, number * 7919).id;
  const limit = 50;
  let cursor: string | null = null;
  return new Map<string, Ask>([
    ['teammates, first page', () => teammates.page(tenantId, { limit })],
    [
      'teammates, page after page',
      async () => {
        const page = await teammates.page(tenantId, cursor === null ? { limit } : { limit, cursor });
        cursor = page.cursor;
      },
    ],
    ['teammates, the disabled', () => teammates.page(tenantId, { limit, status: 'disabled' })],
    ['teammates, a rare word', (number) => teammates.page(tenantId, { limit, search: `person${String(number)}` })],
    ['teammates, a common word', (number) => teammates.page(tenantId, { limit, search: pick(firstNames, number) })],
    ['teammates, held departures', () => teammates.pageHeld(tenantId, { limit })],
    ['changes of a run', () => runChanges.pageOfRun(tenantId, 'bench-run', { limit })],
    ['history of a teammate', (number) => runChanges.pageOfTeammate(tenantId, idOf(number), { limit })],
    ['counting active teammates', () => teammates.count(tenantId, 'active')],
    [
      'a sender by address',
      (number) => teammates.findByAddress(tenantId, addressOf((number * 7919) % everybody.length)),
    ],
    [
      'me/signature: settings, teammate, what the enrichment pass found',
      async (number) => {
        const id = idOf(number);
        await Promise.all([settings.get(tenantId), teammates.get(tenantId, id), enrichments.get(tenantId, id)]);
      },
    ],
  ]);
};

const percentilesOf = async (times: number, ask: Ask): Promise<string> => {
  const milliseconds: number[] = [];
  for (let number = 0; number < times; number += 1)
    milliseconds.push((await secondsOf(async () => void (await ask(number)))) * 1000);
  milliseconds.sort((left, right) => left - right);
  const at = (part: number): string => (milliseconds[Math.floor(milliseconds.length * part)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
};
