/** When a plan would disable many people at once, an admin decides first. */
export interface DepartureFacts {
  readonly departures: number;
  readonly activeTeammates: number;
  /** Departures the admin saw in a preview and agreed to. */
  readonly approved: number;
  /** A selected group or unit turned out to be empty or gone: the departures may be an accident. */
  readonly isSuspicious: boolean;
}

export interface GuardLimits {
  /** So many departures always pass. */
  readonly count: number;
  /** Or this share of the active teammates, in percent, when that is more. */
  readonly percent: number;
}

export const defaultGuardLimits: GuardLimits = { count: 25, percent: 10 };

/** True when the departures of a plan must be held for the admin; everything else of the plan is applied. */
export const mustHoldDepartures = (facts: DepartureFacts, limits: GuardLimits = defaultGuardLimits): boolean => {
  if (facts.departures === 0 || facts.departures <= facts.approved) return false;
  const limit = Math.max(limits.count, Math.floor((facts.activeTeammates * limits.percent) / 100));
  return facts.isSuspicious || facts.departures > limit;
};
