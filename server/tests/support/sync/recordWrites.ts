import type { Repositories } from '../../../src/ports/repositories.ts';

const writes = /^(save|add|remove|take|clear|mark|purge|claim)/;

/** The same store, that tells which of its parts were written, under a lease or not. */
export const recordWrites = (repositories: Repositories) => {
  const written: string[] = [];
  return { repositories: listening(repositories, written), written };
};

const listening = (repositories: Repositories, written: string[]): Repositories => {
  const { under, ...parts } = repositories;
  const listenTo = <T extends object>(name: string, repository: T): T =>
    new Proxy(repository, {
      get: (target, member) => {
        const call = Reflect.get(target, member) as (...parameters: unknown[]) => unknown;
        return (...parameters: unknown[]) => {
          if (writes.test(String(member))) written.push(name);
          return call(...parameters);
        };
      },
    });
  const entries = Object.entries(parts).map(([name, one]) => [name, listenTo(name, one as object)]);
  return { ...(Object.fromEntries(entries) as typeof parts), under: (lease) => listening(under(lease), written) };
};
