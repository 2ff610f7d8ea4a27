/** What a key may be good for; a route says which one opens it. */
export type ApiScope =
  | 'teammates:read'
  | 'values:write'
  | 'sync:start'
  | 'runs:read'
  | 'signatures:read'
  | 'reports:read'
  | 'audit:read';

/** With which a program asks in the name of a tenant. The key itself is shown once and kept nowhere. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** How the key begins, for telling keys apart. */
  readonly hint: string;
  /** SHA-256 of the key, in base64url. A key has 256 random bits, so no slow hash is needed. */
  readonly hash: string;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly displayName: string };
  /** Null: it does not expire. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To ten minutes; null: never used. */
  readonly lastUsedAt: string | null;
}

export type ApiKeyState = 'active' | 'expired' | 'revoked';

export const stateOf = ({ revokedAt, expiresAt }: ApiKey, now: Date): ApiKeyState => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now.toISOString() ? 'expired' : 'active';
};
