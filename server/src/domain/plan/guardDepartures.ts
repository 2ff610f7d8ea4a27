/** When a plan would disable many people at once, an admin decides first. */
export interface DepartureFacts {
  readonly departures: number;
  readonly activeTeammates: number;
  /** Departures the admin saw in a preview and agreed to. */
  readonly approved: number;
  /** A selected group or unit turned out to be empty or gone: the departures it explains may be an accident. */
  readonly isSuspicious: boolean;
}

export interface GuardLimits {
  /** So many departures always pass. */
  readonly count: number;
  /** Or this share of the active teammates, in percent, when that is more. */
  readonly percent: number;
}

/** Whose departures wait for the admin: nobody's, those a suspicion explains, or all. Everything else is applied. */
export type Holding = 'nobody' | 'suspects' | 'everybody';

export const defaultGuardLimits: GuardLimits = { count: 25, percent: 10 };

export const holdDepartures = (facts: DepartureFacts, limits: GuardLimits = defaultGuardLimits): Holding => {
  if (facts.departures === 0 || facts.departures <= facts.approved) return 'nobody';
  const limit = Math.max(limits.count, Math.floor((facts.activeTeammates * limits.percent) / 100));
  if (facts.departures > limit) return 'everybody';
  return facts.isSuspicious ? 'suspects' : 'nobody';
};
