import { createHash, type Hash } from 'node:crypto';
import { compareKeys } from '../storage/keys/compareKeys.ts';
import type { Entry } from './storeEntries.ts';

/** A document that only one side has, or that is another on each. Names ids, never what is in a document. */
export interface Difference {
  readonly tenant: string;
  readonly collection: string;
  readonly id: string;
  readonly kind: 'missing' | 'added' | 'different';
}

export interface Side {
  readonly documents: number;
  readonly sha256: string;
}

export interface ComparedCollection {
  readonly collection: string;
  readonly expected: Side;
  readonly found: Side;
}

export interface Comparison {
  readonly documents: number;
  readonly tenants: number;
  readonly collections: readonly ComparedCollection[];
  readonly differences: number;
  /** The first of them. */
  readonly examples: readonly Difference[];
}

const exampleLimit = 20;

/** Walks two stores, or a store and a file, side by side; both come in the order of an export. Memory stays flat. */
export const compareEntries = async (
  expected: AsyncIterator<Entry>,
  found: AsyncIterator<Entry>,
  onStep: (documents: number) => void,
): Promise<Comparison> => {
  const tally = openTally();
  let left = await next(expected);
  let right = await next(found);
  for (let steps = 1; left !== null || right !== null; steps += 1) {
    const order = compareEntriesOrder(left, right);
    const takenLeft = order <= 0 ? left : null;
    const takenRight = order >= 0 ? right : null;
    tally.add(takenLeft, takenRight);
    if (takenLeft !== null) left = await next(expected);
    if (takenRight !== null) right = await next(found);
    if (steps % 1000 === 0) onStep(steps);
  }
  return tally.result();
};

const next = async (entries: AsyncIterator<Entry>): Promise<Entry | null> => {
  const { done, value } = await entries.next();
  return done === true ? null : value;
};

/** What is at its end comes last. */
const compareEntriesOrder = (left: Entry | null, right: Entry | null): number => {
  if (left === null) return 1;
  if (right === null) return -1;
  return (
    compareKeys(left.tenant, right.tenant) ||
    compareKeys(left.collection, right.collection) ||
    compareKeys(left.id, right.id)
  );
};

interface OpenSide {
  documents: number;
  readonly hash: Hash;
}

const openSide = (): OpenSide => ({ documents: 0, hash: createHash('sha256') });
const closeSide = ({ documents, hash }: OpenSide): Side => ({ documents, sha256: hash.digest('hex') });

const openTally = () => {
  const collections = new Map<string, { readonly expected: OpenSide; readonly found: OpenSide }>();
  const tenants = new Set<string>();
  const examples: Difference[] = [];
  let documents = 0;
  let differences = 0;
  const count = (side: 'expected' | 'found', { collection, tenant, id, text }: Entry): void => {
    const sides = collections.get(collection) ?? { expected: openSide(), found: openSide() };
    collections.set(collection, sides);
    tenants.add(tenant);
    sides[side].documents += 1;
    sides[side].hash.update(`${JSON.stringify([tenant, id])}${text}\n`);
  };
  const differ = ({ tenant, collection, id }: Entry, kind: Difference['kind']): void => {
    differences += 1;
    if (examples.length < exampleLimit) examples.push({ tenant, collection, id, kind });
  };
  return {
    add: (expected: Entry | null, found: Entry | null): void => {
      documents += 1;
      if (expected !== null) count('expected', expected);
      if (found !== null) count('found', found);
      if (expected === null && found !== null) differ(found, 'added');
      if (expected !== null && found === null) differ(expected, 'missing');
      if (expected !== null && found !== null && expected.text !== found.text) differ(expected, 'different');
    },
    result: (): Comparison => ({
      documents,
      tenants: tenants.size,
      differences,
      examples,
      collections: [...collections].map(([collection, { expected, found }]) => ({
        collection,
        expected: closeSide(expected),
        found: closeSide(found),
      })),
    }),
  };
};
