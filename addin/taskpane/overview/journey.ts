import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { Selection } from '../../../server/src/contract/people/selection.ts';
import type { SignatureSummary } from '../../../server/src/contract/signatures/signatureList.ts';
import type { Run } from '../../../server/src/contract/sync/sync.ts';
import { isEmpty } from '../../api/people/pickCount.ts';

/** Until people are here, and from then on until their mails are signed as the tenant wants. */
const untilSynced = ['connect', 'select', 'preview', 'sync'] as const;
export const untilSigned = ['design', 'outlook'] as const;
export const steps = [...untilSynced, ...untilSigned] as const;
export type Step = (typeof steps)[number];

export interface JourneyFacts {
  readonly connection: Pick<Connection, 'state'>;
  readonly selection: Selection | null;
  readonly runs: readonly Pick<Run, 'kind' | 'status'>[];
  readonly activeTeammates: number;
  readonly signatures: readonly Pick<SignatureSummary, 'publishedVersion' | 'usedInRules'>[];
  /** Teammates whose Outlook has asked for a signature. */
  readonly seen: number;
}

type Design = JourneyFacts['signatures'][number];

/** Published, and somebody gets it. */
export const isGiven = ({ publishedVersion, usedInRules }: Design): boolean =>
  publishedVersion !== null && usedInRules > 0;

/** The steps that are behind the admin; the first one that is not is the next thing to do. */
export function doneSteps({
  connection,
  selection,
  runs,
  activeTeammates,
  signatures,
  seen,
}: JourneyFacts): ReadonlySet<Step> {
  const done = new Set<Step>();
  const isOver = (kind: Run['kind']) => runs.some((run) => run.kind === kind && run.status === 'succeeded');
  if (connection.state === 'connected') done.add('connect');
  if (!isEmpty(selection)) done.add('select');
  // Whoever has teammates has synced, however long ago.
  const hasSynced = isOver('sync') || activeTeammates > 0;
  if (isOver('preview') || hasSynced) done.add('preview');
  if (hasSynced) done.add('sync');
  if (signatures.some(isGiven)) done.add('design');
  if (seen > 0) done.add('outlook');
  return done;
}

/** Null once there is nothing left to do. */
export const nextStep = (done: ReadonlySet<Step>): Step | null => steps.find((step) => !done.has(step)) ?? null;

/**
 * From the first sync on the steps to it are history. A connection that was lost is no beginning either: it is among the things
 * that wait for the admin. One that was taken away on purpose is.
 */
export function isSetUp(facts: JourneyFacts): boolean {
  const done = doneSteps(facts);
  const next = untilSynced.find((step) => !done.has(step)) ?? null;
  const isLost = facts.connection.state === 'revoked' || facts.connection.state === 'incomplete';
  return next === null || (next === 'connect' && isLost && facts.activeTeammates > 0);
}
