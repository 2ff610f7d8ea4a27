import { AdminActionError, DirectoryError, type UndersignError } from '../domain/errors.ts';

interface Advice {
  readonly code: string;
  readonly message: string;
}

const consentMissing: Advice = {
  code: 'consent-missing',
  message: 'Undersign has no consent in this tenant. Give consent on the Connect page.',
};

/** Entra's codes and what the admin can do. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const adviceByCode: Readonly<Record<string, Advice>> = {
  '65001': consentMissing,
  '65004': { code: 'consent-refused', message: 'Consent was cancelled. Try again when you are ready.' },
  '700016': consentMissing,
  '7000112': {
    code: 'app-disabled',
    message: 'The application is disabled in this tenant. Enable it under Enterprise applications.',
  },
  '7000215': { code: 'secret-wrong', message: 'The client secret is wrong. Enter the secret’s value, not its id.' },
  '7000222': {
    code: 'secret-expired',
    message: 'The client secret has expired. Create a new one in the app registration.',
  },
  '90002': {
    code: 'tenant-unknown',
    message: 'Microsoft Entra does not know this tenant. Check the tenant ID and the cloud.',
  },
  '53003': {
    code: 'blocked-by-policy',
    message: 'A conditional access policy blocks the application. Ask for an exception for it.',
  },
  '530032': {
    code: 'blocked-by-policy',
    message: 'A conditional access policy blocks the application. Ask for an exception for it.',
  },
};

/** The number in "AADSTS7000215: Invalid client secret …". */
export const entraCode = (text: string): string | null => /AADSTS(\d+)/.exec(text)?.[1] ?? null;

/** The one place where Entra's errors become ours. */
export const translateEntraError = (error: unknown): UndersignError => {
  const text = error instanceof Error ? error.message : String(error);
  const number = entraCode(text);
  const advice = number === null ? undefined : adviceByCode[number];
  if (advice !== undefined)
    return new AdminActionError(advice.code, advice.message, {
      cause: error,
      values: { entraCode: `AADSTS${String(number)}` },
    });
  return new DirectoryError('entra-unavailable', 'Microsoft Entra gave no token. Try again in a few minutes.', {
    cause: error,
    ...(number === null ? {} : { values: { entraCode: `AADSTS${number}` } }),
  });
};
