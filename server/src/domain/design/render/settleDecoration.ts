export interface Settled<T> {
  readonly isDecoration: boolean;
  /** Null: nothing to show. */
  readonly shown: T | null;
}

/**
 * What stands, in order. A divider or spacer that stood between two things stands only while both sides still have
 * something, once; one that stood at the very beginning or end of the design stays there. Where there was content and none
 * of it is shown, nothing stands.
 */
export const settleDecoration = <T>(items: readonly Settled<T>[]): readonly T[] => {
  const content = items.map((item) => !item.isDecoration);
  const visible = items.map((item) => !item.isDecoration && item.shown !== null);
  if (content.includes(true) && !visible.includes(true)) return [];
  const stands = (at: number): boolean => {
    const before = { had: content.slice(0, at).includes(true), has: visible.slice(0, at).includes(true) };
    const after = { had: content.slice(at + 1).includes(true), has: visible.slice(at + 1).includes(true) };
    if ((before.had && !before.has) || (after.had && !after.has)) return false;
    // What stood between this and the decoration before it may be gone: then one of the two is enough.
    const from = items.findLastIndex((item, index) => index < at && (item.isDecoration || visible[index] === true));
    const gone = content.slice(from + 1, at).includes(true);
    return !(from >= 0 && items[from]?.isDecoration === true && gone);
  };
  return items.flatMap((item, at) => {
    if (item.shown === null || (item.isDecoration && !stands(at))) return [];
    return [item.shown];
  });
};
