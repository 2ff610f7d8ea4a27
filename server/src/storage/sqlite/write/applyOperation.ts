import { StaleRevision } from '../../../domain/errors.ts';
import type { CollectionDeclaration, WriteOperation } from '../../collection.ts';
import { keyText } from '../../keys/keyText.ts';
import type { RowHead, RowWriter } from './rowWriter.ts';

interface Application<T> {
  readonly tenant: number;
  /** In which documents are written now. */
  readonly shape: number;
  readonly operation: WriteOperation<T>;
}

/** Applies one operation inside a transaction and returns the new revision (0 for a delete). Throws StaleRevision. */
export const applyOperation = <T>(
  writer: RowWriter<T>,
  declaration: CollectionDeclaration<T>,
  { tenant, shape, operation }: Application<T>,
): number => {
  // Looking first would be in vain for nearly everybody of an import.
  if (writer.expectsNew() && insertAtOnce(writer, { tenant, shape, operation })) return 1;
  const id = keyText('delete' in operation ? operation.delete : declaration.id(operation.put));
  const head = writer.head(tenant, id);
  if (operation.ifRevision !== undefined && operation.ifRevision !== revisionOf(head)) {
    throw new StaleRevision(declaration.name, id);
  }
  if ('delete' in operation) {
    if (head !== null) writer.remove(head, tenant);
    return 0;
  }
  const row = { tenant, revision: revisionOf(head) + 1, document: operation.put, shape };
  if (head === null) writer.insert(row);
  else writer.replace(head, row);
  return row.revision;
};

const insertAtOnce = <T>(writer: RowWriter<T>, { tenant, shape, operation }: Application<T>): boolean =>
  'put' in operation &&
  operation.ifRevision === undefined &&
  writer.insert({ tenant, revision: 1, document: operation.put, shape });

const revisionOf = (head: RowHead | null): number => head?.revision ?? 0;
