export const webhookEvents = [
  'run.finished',
  'run.failed',
  'departures.held',
  'consent.lost',
  'credential.expiring',
] as const;

/** What happened in a tenant, as others are told of it. */
export type WebhookEvent = (typeof webhookEvents)[number];

/** What was told last, so that everything is told once. */
export interface WebhookMarks {
  /** The newest runs that had ended by then. */
  readonly runs: readonly string[];
  readonly connection: string;
  /** How loudly the end of the credential was warned of; null: not at all. */
  readonly expiry: string | null;
}

/** One that was replaced, and still signs until then. */
export interface EarlierSecret {
  readonly sealed: string;
  readonly until: string;
}

/** An address of the tenant's that is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly enabled: boolean;
  /** Why it was switched off without anybody asking for it. */
  readonly disabledBecause: 'failing' | 'gone' | null;
  /** Sealed for `webhookPurpose`. */
  readonly secret: string;
  /** The one before, which also signs for a day. */
  readonly earlierSecret: EarlierSecret | null;
  /** Those before that one, the newest first, where a new one was made again within the day. Left out: none. */
  readonly olderSecrets?: readonly EarlierSecret[] | undefined;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly displayName: string };
  /** Since when nothing has arrived any more; null while it does. */
  readonly failingSince: string | null;
  readonly lastDeliveredAt: string | null;
  readonly marks: WebhookMarks;
}

/** Those before today's that still sign, the newest first. */
export const heldSecrets = (
  { earlierSecret, olderSecrets = [] }: Pick<Webhook, 'earlierSecret' | 'olderSecrets'>,
  now: Date,
): readonly EarlierSecret[] =>
  [...(earlierSecret === null ? [] : [earlierSecret]), ...olderSecrets].filter(
    ({ until }) => until > now.toISOString(),
  );

/** What a seal is bound to: moved to another tenant or webhook, it does not open. */
export const webhookPurpose = (tenantId: string, webhookId: string): string => `webhook/${tenantId}/${webhookId}`;

/**
 * - waiting: will be sent, for the first time or again.
 * - delivered: the address answered with 2xx.
 * - failed: given up, or never tried because too many wait.
 */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One event on its way to one address. */
export interface WebhookDelivery {
  /** The `webhook-id` header; the same at each attempt. */
  readonly id: string;
  readonly webhookId: string;
  readonly event: WebhookEvent | 'webhook.test';
  /** JSON, exactly as it is sent each time. */
  readonly body: string;
  readonly createdAt: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Null once it is over. */
  readonly nextAttemptAt: string | null;
  readonly lastAttemptAt: string | null;
  /** What the address answered last; null where nothing came back. */
  readonly lastStatus: number | null;
  /** Why nothing came back, in a word. */
  readonly lastFailure: string | null;
}

const minute = 60_000;
const hour = 60 * minute;

/** After each attempt that failed; the last one is about two days after the first. */
const waits = [5000, minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour];

/** When to try again after so many attempts; null: no more. `spread` from 0 to 1 keeps a crowd from coming at once. */
export const nextAttempt = (attempts: number, now: Date, spread: number): Date | null => {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * (1 + spread / 5));
};

/** An address where nothing arrived for so long is switched off. Milliseconds. */
export const givenUpAfter = 5 * 24 * hour;

/** How long the secret before still signs, so that receivers can be changed meanwhile. Milliseconds. */
export const earlierSecretFor = 24 * hour;

/** So many secrets before today's sign at most; each is a signature in every message. */
export const mostEarlierSecrets = 3;
