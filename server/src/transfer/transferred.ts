import type { CollectionDeclaration } from '../storage/collection.ts';
import { consentAttempts } from '../storage/declare/access/connectionCollections.ts';
import { declarations } from '../storage/declare/collections.ts';
import { leases, replicas, schemaStates, type SchemaState } from '../storage/declare/systemCollections.ts';
import { requestCounts } from '../storage/declare/requestCountCollection.ts';

/** Of a collection whose documents only pass through. */
export type OpaqueDeclaration = CollectionDeclaration<unknown>;

/** What belongs to the running servers of one store and means nothing in another. */
const leftOut: readonly { readonly name: string }[] = [consentAttempts, leases, replicas, requestCounts, schemaStates];

export const leftOutNames: readonly string[] = leftOut.map(({ name }) => name);

const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name < right.name ? -1 : 1;

/** In the order of an export. A collection declared tomorrow is part of it, unless it is listed above. */
export const transferred: readonly OpaqueDeclaration[] = declarations
  .filter(({ name }) => !leftOutNames.includes(name))
  // Key functions get what was written under the same declaration, so what they ask for is there.
  .map((declaration) => declaration as unknown as OpaqueDeclaration)
  .sort(byName);

export const transferredByName: ReadonlyMap<string, OpaqueDeclaration> = new Map(
  transferred.map((declaration) => [declaration.name, declaration]),
);

/** The shape of everything in a store; null while documents of two shapes are in it. */
export const settledShape = ({ version, target }: SchemaState): number | null => (version === target ? version : null);
