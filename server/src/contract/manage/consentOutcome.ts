/** How a consent ends. No schema: it comes in addresses and messages, which the pane reads before it has loaded any. */
const consentOutcomes = [
  'connected',
  'granting',
  'incomplete',
  'approved',
  'not-approved',
  'refused',
  'rejected',
  'expired',
  'not-allowed',
  'closed',
  'unavailable',
  'failed',
] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

export const asConsentOutcome = (value: unknown): ConsentOutcome | null =>
  consentOutcomes.find((outcome) => outcome === value) ?? null;
