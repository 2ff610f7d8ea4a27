import type { Waiting } from './outbox.ts';

/** What may happen to notifications on their way. */
export interface DeliveryKnobs {
  /** Milliseconds of the simulator's clock between a change and its notification. */
  latency: number;
  /** Nothing goes out by itself; `deliver()` still sends. */
  hold: boolean;
  /** This many of the next notifications are lost without a trace. */
  drop: number;
  /** Everything is told twice in the same POST. */
  duplicate: boolean;
  /** The newest first. */
  reorder: boolean;
  /** No address answers the handshake, so no subscription comes about. */
  unreachable: boolean;
}

export const GENTLE_DELIVERY: DeliveryKnobs = {
  latency: 0,
  hold: false,
  drop: 0,
  duplicate: false,
  reorder: false,
  unreachable: false,
};

export function upset(due: readonly Waiting[], knobs: DeliveryKnobs): Waiting[] {
  const lost = Math.min(knobs.drop, due.length);
  knobs.drop -= lost;
  const kept = due.slice(lost);
  const ordered = knobs.reorder ? kept.reverse() : kept;
  return knobs.duplicate ? ordered.flatMap((one) => [one, one]) : ordered;
}
