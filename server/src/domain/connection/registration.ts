/** What proves to Entra which application we are. Lives in memory and inside a seal, nowhere else. */
export type AppCredential =
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: 'certificate';
      readonly clientId: string;
      /** Hex; Entra finds the certificate by it. */
      readonly thumbprintSha256: string;
      /** PKCS#8 in PEM. */
      readonly privateKey: string;
    };

/** An app registration the customer made, as it is stored. */
export interface Registration {
  readonly clientId: string;
  readonly credential: AppCredential['kind'];
  /** SHA-1 in capital hex, as Entra lists certificates; null for a secret. */
  readonly thumbprint: string | null;
  /** When the secret or certificate ends; null when nobody told us. */
  readonly expiresAt: string | null;
  readonly savedAt: string;
  readonly savedBy: { readonly id: string; readonly displayName: string };
  /** The AppCredential as JSON, sealed for `registrationPurpose`. */
  readonly sealed: string;
}

/** What a seal is bound to: moved to another tenant or registration, it does not open. */
export const registrationPurpose = (tenantId: string, clientId: string): string =>
  `registration/${tenantId}/${clientId}`;

export const credentialUnreadable = {
  code: 'credential-unreadable',
  message:
    'The stored secret or certificate cannot be opened with today’s ENCRYPTION_KEY. Enter it again, or ask the operator to put the earlier key into ENCRYPTION_KEY_PREVIOUS.',
} as const;
