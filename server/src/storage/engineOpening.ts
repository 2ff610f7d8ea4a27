import type { StorageError } from '../domain/errors.ts';
import type { CollectionDeclaration } from './collection.ts';
import type { AnyDeclaration } from './declare/declaration.ts';

/** Reads a document of a store as it is, before anything in it is prepared; null also where there is no such collection. */
export type Peek = <T>(declaration: CollectionDeclaration<T>, tenantId: string, id: string) => Promise<T | null>;

/** What every engine is opened with. */
export interface EngineOpening {
  readonly declarations: readonly AnyDeclaration[];
  /** Comes before keys and indexes of a store are made those of the declarations; what it throws leaves them as they are. */
  readonly beforePrepare?: ((peek: Peek) => Promise<void>) | undefined;
  /** Told now and then while the rows of a collection are written anew, which takes its time where they are many. */
  readonly onRebuild?: ((step: { readonly collection: string; readonly done: number }) => void) | undefined;
  /** Told of a document that cannot be read when keys are derived. It stays as it is, and the others go on. */
  readonly onUnreadable?: ((error: StorageError) => void) | undefined;
}
