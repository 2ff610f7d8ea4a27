/** The one clock of a simulator: it ticks with real time and can be moved, so seven days pass without waiting. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(milliseconds: number): void;
  /** Continues to tick from the given moment. */
  set(moment: number | string | Date): void;
  /** Stands still but for being moved: what has to happen within a minute does, however busy the machine is. */
  hold(): void;
  /** Ticks on from the moment it was held at. */
  tick(): void;
  reset(): void;
  /** Called after every move; ticking is no move. */
  watch(moved: () => void): void;
}

export function createClock(realNow: () => number = Date.now): MovableClock {
  let offset = 0;
  let heldAt: number | undefined;
  const ticking = () => heldAt ?? realNow();
  const watchers: (() => void)[] = [];
  const moveTo = (newOffset: number) => {
    offset = newOffset;
    for (const moved of watchers) moved();
  };
  return {
    now: () => ticking() + offset,
    advance: (milliseconds) => {
      moveTo(offset + milliseconds);
    },
    set: (moment) => {
      const time = new Date(moment).getTime();
      if (Number.isNaN(time)) throw new RangeError(`Not a moment in time: ${String(moment)}`);
      moveTo(time - ticking());
    },
    hold: () => {
      heldAt ??= realNow();
    },
    tick: () => {
      if (heldAt === undefined) return;
      const behind = realNow() - heldAt;
      heldAt = undefined;
      moveTo(offset - behind);
    },
    reset: () => {
      heldAt = undefined;
      moveTo(0);
    },
    watch: (moved) => {
      watchers.push(moved);
    },
  };
}
