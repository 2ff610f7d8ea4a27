import type { Collection, CollectionDeclaration, StorageEngine } from '../../../../src/storage/collection.ts';

/** A store whose process is paused before its write number `at`, until it is told to go on. */
export const pausedAt = (engine: StorageEngine, at: number) => {
  let left = at;
  let reach = (): void => undefined;
  let goOn = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const going = new Promise<void>((resolve) => (goOn = resolve));
  const collection = <T>(declaration: CollectionDeclaration<T>): Collection<T> => {
    const real = engine.collection(declaration);
    const write: Collection<T>['write'] = async (...given) => {
      left -= 1;
      if (left === 0) {
        reach();
        await going;
      }
      return real.write(...given);
    };
    return { ...real, write };
  };
  return {
    engine: { ...engine, collection },
    reached,
    goOn: () => {
      goOn();
    },
  };
};

/** A store whose process is gone after so many writes: nothing is written after it. */
export const dyingAfter = (engine: StorageEngine, writes: number): StorageEngine => {
  let left = writes;
  const collection = <T>(declaration: CollectionDeclaration<T>): Collection<T> => {
    const real = engine.collection(declaration);
    const write: Collection<T>['write'] = async (...given) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return real.write(...given);
    };
    return { ...real, write };
  };
  return { ...engine, collection };
};
