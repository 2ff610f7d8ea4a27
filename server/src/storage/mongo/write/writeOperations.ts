import { setTimeout } from 'node:timers/promises';
import type { WriteOperation } from '../../collection.ts';
import { readHeads, reserveHeads, type Heads } from './heads.ts';
import { newStamp } from '../layout.ts';
import { neverQuiet } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { planStatement, type PlannedStatement } from '../read/planStatement.ts';
import { sendStatements } from './sendStatements.ts';
import { writeBatches, type WriteStep } from './writeBatches.ts';

/** Whose documents are written, and what must be true while they are. */
export interface WriteContext {
  readonly tenant: string;
  /** Throws LeaseLost. Left out: nobody can take this work over. */
  readonly checkFence?: (() => Promise<void>) | undefined;
  /** Says that something is about to be sent; left out: nobody wants to know. */
  readonly announce?: (() => Promise<void>) | undefined;
}

/** More writers than that on one document at once are a mistake somewhere. */
const mostAttempts = 100;

/**
 * Every write of a document is one guarded statement: it reaches the document only as it was when its head was read.
 * Whoever was too late reads again and decides again, which needs no transactions.
 *
 * Under a fence a process may be paused anywhere, or its last statement may still be on its way, while another takes
 * over. So (1) heads are read, (2) what does not exist is reserved, so that creating it is a guarded update too, (3) the
 * register is asked, (4) the statements are sent. Whoever takes over changes the register first and seals then, and a
 * seal gives every document a new stamp and removes reservations. If (3) came after the take-over, nothing is sent. If it
 * came before, the heads of (1) and (2) are older than the seal, and what lands after it reaches nothing, for ever. The same
 * holds for who announced what it writes and is taken for dead (`changeMarks.ts`): (3) is its announcement then.
 */
export const writeOperations = async <T>(
  collection: OpenedCollection<T>,
  operations: readonly WriteOperation<T>[],
  context: WriteContext,
): Promise<readonly number[]> => {
  const revisions: number[] = [];
  for (const batch of writeBatches(collection.declaration, operations, isGuarded(context))) {
    const written = await writeBatch(collection, batch, context);
    for (const { id } of batch) revisions.push(written.get(id) ?? 0);
  }
  return revisions;
};

/** Somebody may have to shut out what this writes, so what does not exist is reserved first. */
const isGuarded = ({ checkFence, announce }: WriteContext): boolean =>
  checkFence !== undefined || announce !== undefined;

/** New revisions by id; ids differ within a batch. */
const writeBatch = async <T>(
  collection: OpenedCollection<T>,
  batch: readonly WriteStep<T>[],
  context: WriteContext,
): Promise<ReadonlyMap<string, number>> => {
  const written = new Map<string, number>();
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const left = batch.filter(({ id }) => !written.has(id));
    if (left.length === 0) return written;
    if (attempt > 2) await setTimeout(attempt);
    const heads = await prepareHeads(collection, left, context);
    const planning = { tenant: context.tenant, heads, isGuarded: isGuarded(context), stamp: newStamp() };
    const planned = left.flatMap((step) => planStatement(collection, step, planning));
    if (planned.some(({ statement }) => statement !== null)) await context.announce?.();
    const landed = await sendStatements(collection, context.tenant, mayFail(left) ? planned : byKind(planned));
    for (const { id, revision } of landed) written.set(id, revision);
  }
  throw neverQuiet(collection.declaration.name);
};

/** A creation that fails ends the batch where it stands. */
const mayFail = (steps: readonly WriteStep<unknown>[]): boolean =>
  steps.some(({ operation }) => operation.ifRevision !== undefined);

/** A command takes statements of one kind, so alternating ones would go out one by one. */
const byKind = (planned: readonly PlannedStatement[]): readonly PlannedStatement[] =>
  Object.values(Object.groupBy(planned, ({ statement }) => Object.keys(statement ?? {})[0] ?? 'nothing'))
    .flat()
    .filter((one) => one !== undefined);

const prepareHeads = async <T>(
  collection: OpenedCollection<T>,
  steps: readonly WriteStep<T>[],
  context: WriteContext,
): Promise<Heads> => {
  const { tenant } = context;
  const ids = steps.map(({ id }) => id);
  const heads = await readHeads(collection, tenant, ids);
  if (!isGuarded(context)) return heads;
  const put = steps.filter(({ operation }) => 'put' in operation).map(({ id }) => id);
  const reserved = await reserveHeads(collection, tenant, { heads, ids: put });
  await context.checkFence?.();
  return reserved;
};
