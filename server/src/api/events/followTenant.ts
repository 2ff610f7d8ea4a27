import type { Response } from 'express';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { Clock } from '../../ports/clock.ts';
import { longestStream, type EventReader, type EventStreams } from './openEventStream.ts';
import type { TenantPulse } from './openTenantPulse.ts';

export interface TenantFollowing {
  readonly response: Response;
  readonly clock: Clock;
  readonly pulse: TenantPulse;
  readonly streams: EventStreams;
  readonly reader: EventReader;
  /** False for a tenant that never connected: anybody in the world can have one of those. */
  readonly hasPlace: boolean;
  /** Aborted when this process is asked to stop. */
  readonly stopping: AbortSignal;
}

/** Proxies close connections that say nothing, and a pane that hears nothing for longer asks by itself. */
const silenceLimit = 10_000;

/**
 * Sends the marks of the tenant at first and whenever one changed. It ends by itself after ten minutes, when the process
 * stops and when the store cannot be read: what a reader missed, the first marks of the next answer tell. A tenant without
 * a place is told its marks once, and that it has to ask.
 */
export const followTenant = async (following: TenantFollowing): Promise<void> => {
  const { response, clock, pulse, reader } = following;
  const { tenantId } = reader;
  // What cannot be read at all is an ordinary refusal.
  let marks = await pulse.read(tenantId);
  const stream = following.streams.open(response, reader);
  if (!following.hasPlace) {
    stream.send('marks', marks);
    stream.send('not-followed', {});
    response.end();
    return;
  }
  const ends = AbortSignal.any([stream.left, following.stopping]);
  const beganAt = clock.now();
  let sent = '';
  let spokeAt = beganAt;
  const tell = (now: Date): void => {
    const body = JSON.stringify(marks);
    if (body === sent && isFresh(spokeAt, now, silenceLimit)) return;
    if (body === sent) stream.send('still-here', {});
    else stream.send('marks', marks);
    sent = body;
    spokeAt = now;
  };
  while (!ends.aborted && isFresh(beganAt, clock.now(), longestStream)) {
    tell(clock.now());
    await clock.sleep(pulse.interval, ends).catch(() => undefined);
    const next = ends.aborted ? null : await pulse.read(tenantId).catch(() => null);
    if (next === null) break;
    marks = next;
  }
  response.end();
};
