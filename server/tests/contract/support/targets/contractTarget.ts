import { isThorough } from '../../../support/isThorough.ts';
import type { StorageEngine } from '../../../../src/storage/collection.ts';
import type { AnyDeclaration } from '../../../../src/storage/declare/declaration.ts';
import type { EngineOpening } from '../../../../src/storage/engineOpening.ts';

/** An engine under contract. Each call of `open` is a new, empty store. */
export interface ContractTarget {
  readonly name: string;
  /** Looks at every document of a collection for every question, as FerretDB does: clauses take as few as prove the same. */
  readonly readsAll?: boolean;
  open(declarations: readonly AnyDeclaration[]): Promise<OpenedStore>;
}

/** So many documents; where each costs a look at all of them, as many as make more than one batch of reading. */
export const manyOn = ({ readsAll }: Pick<ContractTarget, 'readsAll'>, wanted: number): number =>
  readsAll === true ? Math.min(wanted, isThorough ? 1010 : 110) : wanted;

/** So many random runs, and fewer where each costs as many looks at everything. */
export const runsOnTarget = ({ readsAll }: Pick<ContractTarget, 'readsAll'>, wanted: number): number =>
  readsAll === true ? Math.ceil(wanted / (isThorough ? 10 : 30)) : wanted;

export interface OpenedStore {
  readonly engine: StorageEngine;
  /** Closes the engine and opens the same store again, perhaps with other declarations. */
  reopen(declarations: readonly AnyDeclaration[]): Promise<StorageEngine>;
  /** A second engine on the same store, as another process would open it, perhaps one of another version. */
  openAnother(opening?: Partial<EngineOpening>): Promise<StorageEngine>;
  /** Forgets every document, where many of them make everything slow. */
  clear?(): Promise<void>;
  /** Closes every engine and removes the store. */
  remove(): Promise<void>;
}
