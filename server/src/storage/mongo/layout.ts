import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { CollectionDeclaration, Key } from '../collection.ts';
import { keysFingerprint, sparseKeys, uniqueKeys, type AnyDeclaration } from '../declare/declaration.ts';
import { deriveKeys } from '../keys/deriveKeys.ts';
import { toBsonFields } from './bsonFields.ts';

/** Changes with every write and every seal, and never comes back: whoever still expects it was too late. */
export type Stamp = Types.ObjectId;
export const newStamp = (): Stamp => new Types.ObjectId();

/** What stands beside the fields of the domain, whose names never begin with an underscore. */
export interface SystemFields {
  /** The tenant encoded, a slash, the id: a tenant's documents lie side by side in order of their ids. */
  readonly _id: string;
  readonly _tenant: string;
  /** 0: a reservation, which is no document yet; see `writeOperations.ts`. */
  readonly _revision: number;
  readonly _stamp: Stamp;
}

/** A document as it is sent. */
export type StoredDocument = Record<string, unknown> & { _id: string };

export interface DerivedFields {
  /** With which key functions the others here were derived. */
  readonly _derived: string;
  /** Of the sparse ones only what is there: an index leaves out who has none. */
  readonly _keys: Readonly<Record<string, Key | null>>;
  readonly _multi: Readonly<Record<string, readonly string[]>>;
  /** Only what is there: an index leaves out who has none. */
  readonly _unique: Readonly<Record<string, Key>>;
}

const tenantPrefix = (tenant: string): string => `${encodeURIComponent(tenant)}/`;

export const documentId = (tenant: string, id: string): string => tenantPrefix(tenant) + id;

export const plainId = (tenant: string, storedId: string): string => storedId.slice(tenantPrefix(tenant).length);

/** Above every id of the tenant: an encoded tenant has no slash, and 0 is the character after it. */
export const afterTenant = (tenant: string): string => `${encodeURIComponent(tenant)}0`;

export const tenantIds = (tenant: string): { readonly $gte: string; readonly $lt: string } => ({
  $gte: tenantPrefix(tenant),
  $lt: afterTenant(tenant),
});

export const derivedFields = <T>(declaration: CollectionDeclaration<T>, document: T): DerivedFields => {
  const { keys, multi } = deriveKeys(declaration, document);
  return {
    _derived: derivedMark(declaration),
    _keys: Object.fromEntries(
      Object.entries(keys).filter(([key, value]) => value !== null || !sparseKeys(declaration).includes(key)),
    ),
    _multi: multi,
    _unique: Object.fromEntries(
      uniqueKeys(declaration).flatMap((key) => {
        const value = keys[key] ?? null;
        return value === null ? [] : [[key, value]];
      }),
    ),
  };
};

/** Everything that is stored of a document. */
export const storedFields = <T>(
  declaration: CollectionDeclaration<T>,
  system: SystemFields,
  document: T,
): StoredDocument => {
  const { fields, exact } = toBsonFields(document);
  const kept = { ...system, ...derivedFields(declaration, document), ...fields };
  return exact === null ? kept : { ...kept, _exact: exact };
};

/** Holds the place of a document that does not exist yet, so that writing it is a guarded update. */
export const reservation = (tenant: string, id: string): StoredDocument & { readonly _stamp: Stamp } => ({
  _id: documentId(tenant, id),
  _tenant: tenant,
  _revision: 0,
  _stamp: newStamp(),
});

const marks = new WeakMap<AnyDeclaration, string>();

/** Short, because every document carries it. */
export const derivedMark = (declaration: AnyDeclaration): string => {
  const known = marks.get(declaration);
  if (known !== undefined) return known;
  const unique = [...uniqueKeys(declaration)].sort().map((key) => `${key} where present`);
  const sparse = [...sparseKeys(declaration)].sort().map((key) => `${key} left out`);
  const all = `${keysFingerprint(declaration)} ${[...unique, ...sparse].join(' ')}`;
  const mark = createHash('sha256').update(all).digest('base64url').slice(0, 8);
  marks.set(declaration, mark);
  return mark;
};
