/** Walks batches one item at a time, so that several ordered streams can be merged in constant memory. */
export interface OrderedCursor<T> {
  /** The current item; null at the end. */
  peek(): T | null;
  /** Moves on; what it returns, now and then, must be awaited before the next `peek`. */
  advance(): Promise<void> | null;
}

/** Opens a cursor standing on the first item. */
export const openCursor = async <T>(batches: AsyncIterable<readonly T[]>): Promise<OrderedCursor<T>> => {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly T[] = [];
  let position = 0;
  const fill = async (): Promise<void> => {
    while (position >= batch.length) {
      const next = await iterator.next();
      if (next.done === true) return;
      batch = next.value;
      position = 0;
    }
  };
  await fill();
  return {
    peek: () => batch[position] ?? null,
    advance: () => {
      position += 1;
      return position < batch.length ? null : fill();
    },
  };
};
