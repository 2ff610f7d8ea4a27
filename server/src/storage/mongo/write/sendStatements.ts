import { readHeads } from './heads.ts';
import { documentId } from '../layout.ts';
import { isDuplicate, takenKey } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import type { PlannedStatement } from '../read/planStatement.ts';
import { keyOfUniqueIndex, uniqueIndex } from '../schemas/indexNames.ts';
import { writeDocuments } from './writeDocuments.ts';

/**
 * Sends the statements in order and returns those that landed; the others met a document that had changed meanwhile.
 * Throws Duplicate.
 *
 * Nearly always all of them land. Else the documents are looked at, by stamp. One that this batch wrote and somebody has
 * changed since cannot be told from one it did not reach: it counts as not landed and is then put once more. That is as
 * if the caller had been a little later, and where it would matter the caller names a revision, which is sent alone.
 */
export const sendStatements = async <T>(
  collection: OpenedCollection<T>,
  tenant: string,
  planned: readonly PlannedStatement[],
): Promise<readonly PlannedStatement[]> => {
  const sent = planned.filter(({ statement }) => statement !== null);
  if (sent.length === 0 || (await haveAllLanded(collection, tenant, sent))) return planned;
  if (sent.length === 1) return planned.filter(({ statement }) => statement === null);
  const heads = await readHeads(
    collection,
    tenant,
    sent.map(({ id }) => id),
  );
  return planned.filter(({ id, statement, stamp }) => {
    const head = heads.get(id);
    if (statement === null) return true;
    return stamp === null ? (head?.revision ?? 0) === 0 : String(head?.stamp) === String(stamp);
  });
};

const haveAllLanded = async <T>(
  collection: OpenedCollection<T>,
  tenant: string,
  sent: readonly PlannedStatement[],
): Promise<boolean> => {
  const statements = sent.map(({ statement }) => statement).filter((statement) => statement !== null);
  try {
    const done = await writeDocuments(collection.model, statements, { ordered: true });
    return done.insertedCount + done.matchedCount + done.deletedCount === sent.length;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const key = await clashingKey(collection, tenant, { sent, error });
    if (key !== null) throw takenKey(collection.declaration.name, key, error);
    return false;
  }
};

/** The unique key that another document has; null when somebody was first to create this one. */
const clashingKey = async <T>(
  { model }: OpenedCollection<T>,
  tenant: string,
  { sent, error }: { readonly sent: readonly PlannedStatement[]; readonly error: object },
): Promise<string | null> => {
  const named = /\bindex: (\S+)/.exec(String(Reflect.get(error, 'message')))?.[1];
  if (named !== undefined) return keyOfUniqueIndex(named);
  // Not every server names the index.
  for (const { id, takes } of sent) {
    for (const [key, value] of takes) {
      const others = { _tenant: tenant, [`_unique.${key}`]: value, _id: { $ne: documentId(tenant, id) } };
      if ((await model.countDocuments(others, { limit: 1, hint: uniqueIndex(key) })) > 0) return key;
    }
  }
  return null;
};
