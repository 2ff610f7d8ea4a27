/** What Microsoft Graph tells us about by itself. It cannot do so for administrative units. */
export type NotifiedFeed = 'users' | 'groups';

/** Graph's promise to tell us of changes, as we keep it. */
export interface ChangeSubscription {
  /** Graph's id. */
  readonly id: string;
  readonly feed: NotifiedFeed;
  /** Digest of the secret that Graph repeats in every notification: who reads the database cannot forge one. */
  readonly clientStateDigest: string;
  readonly notificationUrl: string;
  readonly renewedAt: string;
  readonly expiresAt: string;
}
