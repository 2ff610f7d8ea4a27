import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';

/** The fields of one kind of block. */
export interface BlockProps<T extends CompositionBlock> {
  readonly block: T;
  /** Changes with the same mark, one after the other, are one step to undo. */
  readonly onChange: (block: T, mark?: string) => void;
}
