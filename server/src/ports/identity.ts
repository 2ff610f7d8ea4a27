/** Who calls our API, proven by a verified token. */
export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** Entra directory role template ids (`wids`). */
  readonly directoryRoles: readonly string[];
  /** App roles assigned in the customer's tenant (`roles`). */
  readonly appRoles: readonly string[];
}

export interface AccessTokenVerifier {
  /** Throws RequestError 401 with a code that says what is wrong with the token. */
  verify(token: string): Promise<Caller>;
}

export interface AppToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** Application permissions inside the token. */
  readonly permissions: readonly string[];
}

/** Tokens with which we read a tenant's directory as an application. */
export interface AppTokens {
  /** Throws AdminActionError (`consent-missing`, `secret-wrong`, …) or DirectoryError (`entra-unavailable`). */
  acquire(tenantId: string, options?: { readonly fresh?: boolean }): Promise<AppToken>;
}

/** The addresses of a consent round trip. */
export interface ConsentLinks {
  /** The admin consent page for this tenant, with our state in it. */
  adminConsentUrl(tenantId: string, state: string): string;
}
