import type { Response } from 'express';
import type { Clock } from '../../ports/clock.ts';
import { openEventStream } from './openEventStream.ts';
import type { TenantPulse } from './openTenantPulse.ts';

export interface TenantFollowing {
  readonly response: Response;
  readonly clock: Clock;
  readonly pulse: TenantPulse;
  readonly tenantId: string;
  /** Aborted when this process is asked to stop. */
  readonly stopping: AbortSignal;
}

/** Proxies close connections that say nothing, and a pane that hears nothing for longer asks by itself. */
const silenceLimit = 10_000;
/** Then the reader comes again with a fresh token: nobody goes on listening with a right that was taken from them. */
const longest = 10 * 60_000;

/**
 * Sends the marks of the tenant at first and whenever one changed. It ends by itself after ten minutes, when the process
 * stops and when the store cannot be read: what a reader missed, the first marks of the next answer tell.
 */
export const followTenant = async (following: TenantFollowing): Promise<void> => {
  const { response, clock, pulse, tenantId } = following;
  // What cannot be read at all is an ordinary refusal.
  let marks = await pulse.read(tenantId);
  const stream = openEventStream(response);
  const ends = AbortSignal.any([stream.left, following.stopping]);
  const endsAt = clock.now().getTime() + longest;
  let sent = '';
  let spokeAt = 0;
  const tell = (now: number): void => {
    const body = JSON.stringify(marks);
    if (body === sent && now - spokeAt <= silenceLimit) return;
    if (body === sent) stream.send('still-here', {});
    else stream.send('marks', marks);
    sent = body;
    spokeAt = now;
  };
  while (!ends.aborted && clock.now().getTime() < endsAt) {
    tell(clock.now().getTime());
    await clock.sleep(pulse.interval, ends).catch(() => undefined);
    const next = ends.aborted ? null : await pulse.read(tenantId).catch(() => null);
    if (next === null) break;
    marks = next;
  }
  response.end();
};
