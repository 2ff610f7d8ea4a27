import type { Repositories } from '../../../src/ports/repositories.ts';

/** What stands for the death of the process: nothing is written after it, and nothing handles it. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

const writes = /^(save|add|remove|take|clear)/;

/**
 * The same store, that dies at its write number `last` and lets nothing through afterwards. A write of many may be cut
 * in half on the way, because a batch is not atomic. `count` tells how many writes there were.
 */
export const crashAfter = (repositories: Repositories, last: number) => {
  let count = 0;
  let dead = false;
  const call = async (name: string, work: (...parameters: unknown[]) => unknown, parameters: unknown[]) => {
    if (dead) throw new Crash();
    if (!writes.test(name)) return work(...parameters);
    count += 1;
    if (count < last) return work(...parameters);
    dead = true;
    const many = parameters.at(-1);
    if (Array.isArray(many)) await work(...parameters.slice(0, -1), many.slice(0, Math.floor(many.length / 2)));
    throw new Crash();
  };
  const guarded = <T extends object>(repository: T): T =>
    new Proxy(repository, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...parameters: unknown[]) => unknown;
        const isScan = String(name).startsWith('scan');
        return isScan ? member : (...parameters: unknown[]) => call(String(name), member, parameters);
      },
    });
  const guardAll = ({ under, ...parts }: Repositories): Repositories => {
    const entries = Object.entries(parts).map(([name, repository]) => [name, guarded(repository as object)]);
    return { ...(Object.fromEntries(entries) as typeof parts), under: (lease) => guardAll(under(lease)) };
  };
  return { repositories: guardAll(repositories), count: () => count };
};
