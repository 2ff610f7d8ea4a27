export type ExpiryWarning = '60' | '30' | '7' | 'expired';

export interface CredentialExpiry {
  /** Whole days left; 0 on the last day and after it. */
  readonly daysLeft: number | null;
  readonly warning: ExpiryWarning | null;
}

const day = 24 * 60 * 60_000;
const levels = [7, 30, 60] as const;

/** How long a credential lasts and how loudly to say so: from 60, 30 and 7 days before its end, and after it. */
export const credentialExpiry = (expiresAt: string | null, now: Date): CredentialExpiry => {
  if (expiresAt === null) return { daysLeft: null, warning: null };
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return { daysLeft: 0, warning: 'expired' };
  const level = levels.find((days) => left <= days * day);
  return { daysLeft: Math.floor(left / day), warning: level === undefined ? null : (`${level}` as const) };
};
