import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Looks often, because what happens in another process can only be looked at; as often as the rate limit allows. Gives up
 * long after a lease of half a minute has ended and been taken up on a machine that is busy with something else.
 */
export const eventually = async <T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  for (let looks = 0; looks < 2400; looks += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(60);
  }
  throw new Error(`It did not come to this in time: ${what}.`);
};
