/**
 * The closed storage port. An engine implements these five calls and nothing else; every question the product asks
 * is declared up front as a key or an index, so that every engine answers it from an index. A question that no
 * declared index covers is refused with a plain Error, because it is a bug (`resolveQuery.ts` holds the rules).
 *
 * Order is byte order of the UTF-8 key, then of the id; absent keys (null) sort first, numbers before texts. Words meant
 * for people (folded names, search tokens) are made in the domain, so engines only ever compare bytes and numbers.
 * Text that is not well-formed Unicode is stored and compared with U+FFFD in place of each lone surrogate.
 */
export type Key = string | number;

/**
 * What a collection is: how to find the id and the keys of a document. All functions must be pure.
 * Documents are plain JSON values: what JSON does not carry (undefined, Date, Map) does not come back.
 */
export interface CollectionDeclaration<T> {
  /** Stable name of the collection: letters only, as are the names of keys. */
  readonly name: string;
  readonly id: (document: T) => string;
  /** Scalar keys by name. `null` means absent: it matches no `eq`, `in` or `prefix`, and sorts first. */
  readonly keys: Readonly<Record<string, (document: T) => Key | null>>;
  /** Multi-valued keys by name, for `has` and for `prefix` (any value). Duplicates are ignored. */
  readonly multiKeys?: Readonly<Record<string, (document: T) => readonly string[]>>;
  /**
   * Compound indexes over scalar keys, left to right; the id always follows as the last one. The keys a page compares
   * with `eq`, then its sort key, must be exactly one of these. The order of ids itself needs no index.
   */
  readonly indexes?: readonly (readonly string[])[];
  /**
   * Scalar keys that most documents lack. An index that begins with one holds only the documents that have it, so every
   * question to that index compares the key. Stands first in every index it is in.
   */
  readonly sparse?: readonly string[];
  /** Scalar keys whose value no two documents of one tenant may share (null excepted). */
  readonly unique?: readonly string[];
  /** Raise it when a key function starts to answer differently for the same document: needs a `keysMigration`. */
  readonly keysVersion?: number;
  /** Written under a `Fence` by work that another process may take over. */
  readonly fenced?: boolean;
  /** Ids begin with the `Fence.work` they are written under and a slash: a seal takes those alone, history stays. */
  readonly idsBeginWithWork?: boolean;
  /**
   * About the running of servers and syncs, such as leases and runs, and of use, such as who did what: no answer that is kept
   * is made of it, so writing it is no change for `changeMark`.
   */
  readonly operational?: boolean;
  /** Left out: the document as it is. Only for what is kept by the hundred thousand. */
  readonly compact?: Compaction<T>;
  /** Grows with the people of a tenant, so a cluster of servers should share it among them. */
  readonly large?: boolean;
}

/**
 * A shorter form for an engine that keeps documents as text; unpacking gives the same document, and one that was never packed
 * as it is. A database server gets whole documents, because people read them there.
 */
export interface Compaction<T> {
  /** In the shape that this migration, or the last one before it, brought. */
  pack(document: T, shape: number): object;
  /** A `T`; said so loosely that declarations of any document can stand in one list. */
  unpack(stored: Readonly<Record<string, unknown>>, id: string): unknown;
}

export interface Stored<T> {
  readonly document: T;
  /** Grows by one with every put; 1 after the first. */
  readonly revision: number;
}

/**
 * One condition on a declared key (or on a multi-valued key: `has`, `prefix`). Conditions are joined by AND. A scalar
 * key stands in one condition at most, a multi-valued key in any number. `prefix` on a scalar key must be on the key the
 * page is sorted by; `id` counts as a scalar key for `prefix` alone. `in` on another key than that is as many walks as it
 * has values, merged: for a handful of values, and whoever changes from one to another meanwhile may be missed.
 */
export type Condition =
  | { readonly key: string; readonly eq: Key }
  | { readonly key: string; readonly in: readonly Key[] }
  | { readonly key: string; readonly prefix: string }
  | { readonly key: string; readonly has: string };

export interface PageQuery {
  readonly where?: readonly Condition[];
  /** A scalar key to order by, then id. Left out: by id alone. */
  readonly sort?: string;
  readonly descending?: boolean;
  /** 1–1000; anything else is a RangeError. */
  readonly limit: number;
  /** From the previous page of the same query. Opaque; stays valid while documents come and go. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly Stored<T>[];
  /** null on the last page. */
  readonly cursor: string | null;
}

export type WriteOperation<T> =
  /** Replaces the whole document and every derived key. `ifRevision: 0` means: it must not exist yet. */
  { readonly put: T; readonly ifRevision?: number } | { readonly delete: string; readonly ifRevision?: number };

/**
 * The lease a writer works under, as the document `id` of `register` says it. The fence grows with every holder, so
 * whoever was paused past the end of a lease can no longer write, however late the write reaches the store.
 */
export interface Fence {
  /** Documents of it carry a number `fence`. */
  readonly register: CollectionDeclaration<never>;
  readonly id: string;
  readonly fence: number;
  /** What this holder works on, such as the id of a run; left out: anything. */
  readonly work?: string;
}

export interface Collection<T> {
  get(tenantId: string, id: string): Promise<Stored<T> | null>;
  /** Those of the ids that exist, in no promised order. Any number of ids. */
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly Stored<T>[]>;
  page(tenantId: string, query: PageQuery): Promise<Page<T>>;
  /** Conditions must be the first keys of an index, in any order. */
  count(tenantId: string, where?: readonly Condition[]): Promise<number>;
  /**
   * Every match in order of id, in batches of 1–1000; sees each document that is there throughout exactly once,
   * whatever is written meanwhile. Scalar conditions are `eq` on exactly the keys of an index, or `prefix` on `id`.
   */
  scan(tenantId: string, where?: readonly Condition[], batchSize?: number): AsyncIterable<readonly Stored<T>[]>;
  /**
   * Each operation is atomic, the batch is not: when it throws, operations before the failing one may have been
   * applied; none after it was. Throws StaleRevision or Duplicate. Returns the new revision of each operation (0 for a
   * delete). Deleting what is absent is fine, unless `ifRevision` expects it. Once it resolves, the process may die.
   *
   * With a fence, for collections declared `fenced` only, it throws LeaseLost and applies no operation more unless the
   * register still carries that fence, and once `seal` has resolved nothing written under an earlier fence lands.
   * Under a fence that names its `work`, collections with `idsBeginWithWork` take puts of that work alone; deletes of
   * what other work left behind may land late, because nobody makes it again.
   */
  write(tenantId: string, operations: readonly WriteOperation<T>[], fence?: Fence): Promise<readonly number[]>;
}

/** Null: what is kept may be out of date, and what is made now must not be kept. */
export type ChangeMark = string | null;

/** A running engine: hands out collections for declarations it was opened with. Failures are StorageErrors. */
export interface StorageEngine {
  collection<T>(declaration: CollectionDeclaration<T>): Collection<T>;
  /**
   * Ids of every tenant that has a document in the collection, in byte order; of those alone that have one which carries
   * the unique key, if one is named. One question, whose cost grows with the documents of the collection, or with those
   * that carry the key.
   */
  tenants(declaration: CollectionDeclaration<never>, uniqueKey?: string): Promise<readonly string[]>;
  /**
   * For whoever took a lease over, after the register says so and before reading anything: once it resolves, no write
   * under an earlier fence lands any more in the tenant's `fenced` collections, not even one already on its way. `work`
   * is what the former holder's fence named; left out where that is not certain.
   */
  seal(tenantId: string, work?: string): Promise<void>;
  /**
   * Derives the keys of every stored document anew where they were derived otherwise, or by a writer that did not know
   * them all. Idempotent, goes on where it was killed, and is safe beside writers; documents and revisions stay.
   */
  deriveKeys(declaration: CollectionDeclaration<never>): Promise<void>;
  /**
   * Overwrites what was deleted in files that this engine keeps itself, the log of SQLite too, unless others read and write
   * without a pause for seconds. Nothing is left to do where a database server keeps the files.
   */
  scrub(): Promise<void>;
  /**
   * Another text than the last time once anything of one of these tenants has changed since that is not `operational`, whichever
   * process changed it; null while or where nobody can tell without reading. Costs no more than reading a document, and of
   * many that are wanted at once, on a server, as much as reading two.
   */
  changeMark(...tenantIds: readonly string[]): ChangeMark | Promise<ChangeMark>;
  /** Throws StorageError when it cannot read and write. */
  check(): Promise<void>;
  close(): Promise<void>;
}
