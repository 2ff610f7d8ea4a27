import type { Response } from 'express';
import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import type { Clock } from '../../ports/clock.ts';
import { presentRun } from '../present/presentRun.ts';
import { longestStream, type EventReader, type EventStreams } from './openEventStream.ts';

export interface RunFollowing {
  readonly response: Response;
  readonly clock: Clock;
  readonly streams: EventStreams;
  readonly reader: EventReader;
  readonly read: () => Promise<Run>;
}

const interval = 400;
/** Proxies close connections that say nothing, and a pane that hears nothing for five seconds asks instead. */
const silenceLimit = 2000;

/**
 * Sends the run whenever it changed, until it ended, the reader left or ten minutes are over. It is read from the store, so any replica can
 * tell about a run that another one executes.
 */
export const followRun = async ({ response, clock, streams, reader, read }: RunFollowing): Promise<void> => {
  const { left, send } = streams.open(response, reader);
  const endsAt = clock.now().getTime() + longestStream;
  let sent = '';
  let silentSince = clock.now().getTime();
  while (!left.aborted && clock.now().getTime() < endsAt) {
    const run = await read();
    const presented = presentRun(run);
    const body = JSON.stringify(presented);
    const now = clock.now().getTime();
    if (body !== sent) {
      send('run', presented);
      sent = body;
      silentSince = now;
    } else if (now - silentSince > silenceLimit) {
      send('still-here', {});
      silentSince = now;
    }
    if (finishedStatuses.includes(run.status)) break;
    await clock.sleep(interval, left).catch(() => undefined);
  }
  response.end();
};
