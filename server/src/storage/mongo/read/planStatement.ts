import { StaleRevision } from '../../../domain/errors.ts';
import type { Key } from '../../collection.ts';
import type { Head, Heads } from '../write/heads.ts';
import { documentId, storedFields, type Stamp } from '../layout.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { idIndex } from '../schemas/indexNames.ts';
import { takenValues, type WriteStep } from '../write/writeBatches.ts';
import type { WriteStatement } from '../write/writeDocuments.ts';

/** What is sent for one operation. */
export interface PlannedStatement {
  readonly id: string;
  /** Null: there is nothing to do. */
  readonly statement: WriteStatement | null;
  /** The revision afterwards; 0 for a delete. */
  readonly revision: number;
  /** What the document carries once this statement has landed; null for a delete. */
  readonly stamp: Stamp | null;
  /** The unique values it takes, by key. */
  readonly takes: readonly (readonly [key: string, value: Key])[];
}

export interface Planning {
  readonly tenant: string;
  readonly heads: Heads;
  /** New documents have a reservation. */
  readonly isGuarded: boolean;
  /** For everything that is written now. */
  readonly stamp: Stamp;
}

/** No statement at all when a reservation has gone meanwhile: then it must be made again. Throws StaleRevision. */
export const planStatement = <T>(
  { declaration, shape }: OpenedCollection<T>,
  { id, operation }: WriteStep<T>,
  { tenant, heads, isGuarded, stamp }: Planning,
): readonly PlannedStatement[] => {
  const head = heads.get(id);
  const before = head?.revision ?? 0;
  if (operation.ifRevision !== undefined && operation.ifRevision !== before) {
    throw new StaleRevision(declaration.name, id);
  }
  if ('delete' in operation) {
    const statement = head && before > 0 ? { deleteOne: { filter: guardOf(tenant, id, head), hint: idIndex } } : null;
    return [{ id, statement, revision: 0, stamp: null, takes: [] }];
  }
  shape.checkKnown(declaration.name, operation.put);
  const revision = before + 1;
  const system = { _id: documentId(tenant, id), _tenant: tenant, _revision: revision, _stamp: stamp };
  const document = storedFields(declaration, system, operation.put);
  const takes = takenValues(declaration, operation);
  if (head !== undefined) {
    const statement = { replaceOne: { filter: guardOf(tenant, id, head), hint: idIndex, replacement: document } };
    return [{ id, statement, revision, stamp, takes }];
  }
  return isGuarded ? [] : [{ id, statement: { insertOne: { document } }, revision, stamp, takes }];
};

/** The document must still be what its head says. */
const guardOf = (tenant: string, id: string, { stamp }: Head): Record<string, unknown> => ({
  _id: documentId(tenant, id),
  _tenant: tenant,
  _stamp: stamp,
});
