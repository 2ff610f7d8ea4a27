import type { StorageEngine } from '../../../src/storage/collection.ts';
import type { AnyDeclaration } from '../../../src/storage/declaration.ts';
import type { EngineOpening } from '../../../src/storage/engineOpening.ts';

/** An engine under contract. Each call of `open` is a new, empty store. */
export interface ContractTarget {
  readonly name: string;
  open(declarations: readonly AnyDeclaration[]): Promise<OpenedStore>;
}

export interface OpenedStore {
  readonly engine: StorageEngine;
  /** Closes the engine and opens the same store again, perhaps with other declarations. */
  reopen(declarations: readonly AnyDeclaration[]): Promise<StorageEngine>;
  /** A second engine on the same store, as another process would open it, perhaps one of another version. */
  openAnother(opening?: Partial<EngineOpening>): Promise<StorageEngine>;
  /** Closes every engine and removes the store. */
  remove(): Promise<void>;
}
