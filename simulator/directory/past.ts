import type { MovableClock } from '../movableClock.ts';

interface Change<T> {
  id: string;
  /** Milliseconds since 1970, on the simulator's clock. */
  at: number;
  was: T;
}

const MOST_KEPT = 10_000;

/** What was before each of the last changes, so that an answer can be behind. */
export class Past<T> {
  #changes: Change<T>[] = [];
  readonly #clock: MovableClock | undefined;

  constructor(clock: MovableClock | undefined) {
    this.#clock = clock;
  }

  note(id: string, was: T): void {
    if (!this.#clock) return;
    if (this.#changes.length >= MOST_KEPT) this.#changes = this.#changes.slice(MOST_KEPT / 2);
    this.#changes.push({ id, at: this.#clock.now(), was });
  }

  /** The value so many milliseconds ago; `now` where it has not changed since. */
  before(id: string, milliseconds: number, now: T): T {
    if (!this.#clock || milliseconds <= 0) return now;
    const time = this.#clock.now() - milliseconds;
    const next = this.#changes.find((change) => change.id === id && change.at > time);
    return next ? next.was : now;
  }
}
