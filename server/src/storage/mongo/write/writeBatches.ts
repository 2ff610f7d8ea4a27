import type { CollectionDeclaration, Key, WriteOperation } from '../../collection.ts';
import { uniqueKeys } from '../../declare/declaration.ts';
import { keyText, keyValue } from '../../keys/keyText.ts';

/** An operation with the id it is about. */
export interface WriteStep<T> {
  readonly id: string;
  readonly operation: WriteOperation<T>;
}

const largestBatch = 1000;

/**
 * Cuts operations into batches that are sent as one statement each. MongoDB tells how many documents a statement reached
 * but not which ones, so what may fail by itself (an expected revision, a unique key) is sent alone; and a document
 * stands in a batch once, because its second write builds on the first. Creations stand together all the same: the first
 * whose id is taken ends the statement, and its stamp tells it from those before it. With a reservation they are guarded updates.
 */
export const writeBatches = <T>(
  declaration: CollectionDeclaration<T>,
  operations: readonly WriteOperation<T>[],
  isGuarded: boolean,
): readonly (readonly WriteStep<T>[])[] => {
  const batches: WriteStep<T>[][] = [];
  let ids = new Set<string>();
  let isClosed = true;
  for (const operation of operations) {
    const id = keyText('delete' in operation ? operation.delete : declaration.id(operation.put));
    const isAlone = mayFailAlone(declaration, operation, isGuarded);
    if (isClosed || isAlone || ids.has(id) || ids.size === largestBatch) {
      batches.push([]);
      ids = new Set();
    }
    batches.at(-1)?.push({ id, operation });
    ids.add(id);
    isClosed = isAlone;
  }
  return batches;
};

const mayFailAlone = <T>(
  declaration: CollectionDeclaration<T>,
  operation: WriteOperation<T>,
  isGuarded: boolean,
): boolean => {
  const isCreation = 'put' in operation && operation.ifRevision === 0 && !isGuarded;
  return (operation.ifRevision !== undefined && !isCreation) || takenValues(declaration, operation).length > 0;
};

/** The unique values that a put takes, by key. */
export const takenValues = <T>(
  declaration: CollectionDeclaration<T>,
  operation: WriteOperation<T>,
): readonly (readonly [key: string, value: Key])[] => {
  if ('delete' in operation) return [];
  return uniqueKeys(declaration).flatMap((key) => {
    const value = keyValue(declaration.keys[key]?.(operation.put) ?? null, `${declaration.name}.${key}`);
    return value === null ? [] : [[key, value] as const];
  });
};
