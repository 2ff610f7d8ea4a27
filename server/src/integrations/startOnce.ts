import { createHash, randomUUID } from 'node:crypto';
import { RequestError } from '../domain/errors.ts';
import type { Run } from '../domain/run/run.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repositories } from '../ports/repositories.ts';

export interface OnceDesk {
  readonly repositories: Pick<Repositories, 'startedOnce' | 'runs'>;
  readonly clock: Clock;
}

export interface OnceOrder {
  readonly tenantId: string;
  /** Whose key it is: two who choose the same key do not get each other's run. */
  readonly by: string;
  readonly key: string;
  /** What was asked for, as text. */
  readonly asked: string;
  /** Starts the run under this id. */
  readonly start: (runId: string) => Promise<Run>;
}

const keptFor = 24 * 60 * 60_000;

/**
 * Starts a run unless the same caller did so with the same key within a day; then it is that run, however it stands by
 * now. What was refused is tried again. Throws RequestError 422 `idempotency-key-reused` where something else was asked for.
 */
export const startOnce = async ({ repositories, clock }: OnceDesk, order: OnceOrder): Promise<Run> => {
  const { tenantId, by, key, start } = order;
  const now = clock.now();
  await repositories.startedOnce.forgetBefore(tenantId, new Date(now.getTime() - keptFor).toISOString());
  const asked = digest(order.asked);
  const started = await repositories.startedOnce.claim(tenantId, {
    id: digest(`${by}/${key}`),
    asked,
    runId: randomUUID(),
    at: now.toISOString(),
  });
  if (started.asked !== asked)
    throw new RequestError(
      422,
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Choose a new one for a new request.',
    );
  const find = async (): Promise<Run | null> => (await repositories.runs.get(tenantId, started.runId))?.value ?? null;
  const found = await find();
  if (found !== null) return found;
  try {
    return await start(started.runId);
  } catch (error) {
    // The same request came twice at once, and the other was first.
    const other = await find();
    if (other !== null) return other;
    throw error;
  }
};

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
