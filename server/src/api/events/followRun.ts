import type { Response } from 'express';
import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
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
  const beganAt = clock.now();
  let sent = '';
  let silentSince = beganAt;
  while (!left.aborted && isFresh(beganAt, clock.now(), longestStream)) {
    const run = await read();
    const presented = presentRun(run);
    const body = JSON.stringify(presented);
    const now = clock.now();
    if (body !== sent) {
      send('run', presented);
      sent = body;
      silentSince = now;
    } else if (!isFresh(silentSince, now, silenceLimit)) {
      send('still-here', {});
      silentSince = now;
    }
    if (finishedStatuses.includes(run.status)) break;
    await clock.sleep(interval, left).catch(() => undefined);
  }
  response.end();
};
