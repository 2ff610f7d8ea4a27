import type { CollectionDeclaration, Fence, WriteOperation } from './collection.ts';

/** Throws a plain Error for what no seal would find: such a write is a bug. */
export const checkFenceUse = <T>(
  { name, id, fenced, idsBeginWithWork }: CollectionDeclaration<T>,
  operations: readonly WriteOperation<T>[],
  { work }: Fence,
): void => {
  if (fenced !== true) throw new Error(`${name} is not declared fenced`);
  if (idsBeginWithWork !== true || work === undefined) return;
  const stray = operations.find((operation) => 'put' in operation && !id(operation.put).startsWith(`${work}/`));
  if (stray !== undefined) throw new Error(`${name}: what ${work} writes must have an id that begins so`);
};
