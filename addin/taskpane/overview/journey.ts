import type { Connection } from '../../../server/src/contract/connection.ts';
import type { Selection } from '../../../server/src/contract/selection.ts';
import type { Run } from '../../../server/src/contract/sync.ts';

export const steps = ['connect', 'select', 'preview', 'sync', 'signature'] as const;
export type Step = (typeof steps)[number];

export interface JourneyFacts {
  readonly connection: Pick<Connection, 'state'>;
  readonly selection: Selection | null;
  readonly runs: readonly Pick<Run, 'kind' | 'status'>[];
  readonly activeTeammates: number;
}

export const pickCount = (selection: Selection): number =>
  selection.units.length + selection.groups.length + selection.people.length;

export const isEmpty = (selection: Selection | null): boolean =>
  selection === null || (!selection.everyone && pickCount(selection) === 0);

/** The steps that are behind the admin; the first one that is not is the next thing to do. */
export function doneSteps({ connection, selection, runs, activeTeammates }: JourneyFacts): ReadonlySet<Step> {
  const done = new Set<Step>();
  const isOver = (kind: Run['kind']) => runs.some((run) => run.kind === kind && run.status === 'succeeded');
  if (connection.state === 'connected') done.add('connect');
  if (!isEmpty(selection)) done.add('select');
  if (isOver('preview') || isOver('sync')) done.add('preview');
  if (isOver('sync') || activeTeammates > 0) done.add('sync');
  return done;
}

export const nextStep = (done: ReadonlySet<Step>): Step => steps.find((step) => !done.has(step)) ?? 'signature';
