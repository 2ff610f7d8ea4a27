import type { AppCredential } from '../domain/connection/registration.ts';

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

/** Tokens for finding out, before anything is saved, whether a way to connect works. */
export interface AppTokenTrials {
  /** Straight from Entra with these credentials: nothing stored is used, nothing is kept. Throws as `acquire` does. */
  request(tenantId: string, credential: AppCredential | 'publisher'): Promise<AppToken>;
}

/** The credentials of tenants that brought their own app registration. */
export interface RegistrationSource {
  /** Throws AdminActionError `credential-unreadable`. */
  read(tenantId: string): Promise<TenantCredential>;
}

export interface TenantCredential {
  /** Null where the publisher's app is used. */
  readonly credential: AppCredential | null;
  /** Changes whenever tokens had before should no longer be used. */
  readonly version: string;
}

/** A certificate with its private key, found fit for signing in. */
export interface UsableCertificate {
  /** SHA-1 in capital hex, as Entra lists certificates. */
  readonly thumbprint: string;
  readonly thumbprintSha256: string;
  readonly notAfter: Date;
  /** PKCS#8 in PEM. */
  readonly privateKey: string;
}

/** Reads pasted PEM; a code says what is wrong with it. */
export type CertificateReader = (
  pem: string,
  now: Date,
) => { readonly certificate: UsableCertificate } | { readonly problem: CertificateProblem };

export type CertificateProblem =
  | 'certificate-not-pem'
  | 'certificate-missing'
  | 'certificate-unreadable'
  | 'certificate-key-missing'
  | 'certificate-key-encrypted'
  | 'certificate-key-unreadable'
  | 'certificate-key-mismatch'
  | 'certificate-key-not-rsa'
  | 'certificate-key-weak'
  | 'certificate-not-yet-valid'
  | 'certificate-expired';

/** The addresses of a consent round trip. */
/** What an administrator is asked to accept: that we read the directory, or that people sign in without being asked each. */
export type ConsentAim = 'directory' | 'signIn';

export interface ConsentLinks {
  /** The admin consent page for this tenant, with our state in it. */
  adminConsentUrl(tenantId: string, aim: ConsentAim, state: string): string;
}
