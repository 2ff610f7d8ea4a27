import type { MovableClock } from '../movableClock.ts';

export interface ThrottleLimits {
  /** Resource units the full bucket holds. */
  capacity: number;
  unitsPerSecond: number;
}

/** The token bucket of one app in one tenant: https://learn.microsoft.com/en-us/graph/throttling-limits */
export class Throttle {
  readonly #clock: MovableClock;
  #limits: ThrottleLimits | undefined;
  #units = 0;
  #filledAt = 0;

  constructor(clock: MovableClock) {
    this.#clock = clock;
  }

  get limits(): ThrottleLimits | undefined {
    return this.#limits;
  }

  /** Undefined switches throttling off, as it is at first. */
  set(limits: ThrottleLimits | undefined): void {
    this.#limits = limits;
    this.#units = limits?.capacity ?? 0;
    this.#filledAt = this.#clock.now();
  }

  /** @returns the seconds to wait when the bucket is empty. */
  refuse(): number | undefined {
    if (!this.#limits) return undefined;
    this.#fill(this.#limits);
    return this.#units >= 1 ? undefined : Math.ceil((1 - this.#units) / this.#limits.unitsPerSecond);
  }

  spend(units: number): void {
    if (this.#limits) this.#units -= units;
  }

  #fill({ capacity, unitsPerSecond }: ThrottleLimits): void {
    const now = this.#clock.now();
    this.#units = Math.min(capacity, this.#units + ((now - this.#filledAt) / 1000) * unitsPerSecond);
    this.#filledAt = now;
  }
}
