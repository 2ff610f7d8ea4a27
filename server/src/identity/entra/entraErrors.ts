import { ServerError } from '@azure/msal-node';
import { AdminActionError, DirectoryError, FinalRefusal, type UndersignError } from '../../domain/errors.ts';
import type { ConnectionKind } from '../../domain/connection/connection.ts';
import { presentable } from '../../domain/text/presentable.ts';

interface Advice {
  readonly code: string;
  readonly message: string;
}

const consentMissing: Advice = {
  code: 'consent-missing',
  message: 'Undersign has no consent in this tenant. Give consent on the Connect page.',
};
const appDisabled: Advice = {
  code: 'app-disabled',
  message: 'The application is disabled in this tenant. Enable it under Enterprise applications.',
};
const tenantUnknown: Advice = {
  code: 'tenant-unknown',
  message: 'Microsoft Entra does not know this tenant. Check the tenant ID and the cloud.',
};
const blockedByPolicy: Advice = {
  code: 'blocked-by-policy',
  message: 'A conditional access policy blocks the application. Ask for an exception for it.',
};
const misconfigured: Advice = {
  code: 'app-misconfigured',
  message:
    'The app registration lacks something in this tenant. Add the Microsoft Graph permissions to it and grant admin consent.',
};
const certificateRefused: Advice = {
  code: 'certificate-refused',
  message: 'Entra does not know this certificate. Upload it to the app registration under Certificates & secrets.',
};
const certificateOutdated: Advice = {
  code: 'certificate-refused',
  message: 'Entra does not accept this certificate any more. Check its dates, or upload a new one.',
};

/** Entra's codes and what the admin can do. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const adviceByCode: Readonly<Record<string, Advice>> = {
  '65001': consentMissing,
  '65004': { code: 'consent-refused', message: 'Consent was cancelled. Try again when you are ready.' },
  '700016': consentMissing,
  '7000229': consentMissing,
  '7000112': appDisabled,
  '70001': appDisabled,
  '7000215': { code: 'secret-wrong', message: 'The client secret is wrong. Enter the secret’s value, not its id.' },
  '7000222': {
    code: 'secret-expired',
    message: 'The client secret has expired. Create a new one in the app registration.',
  },
  '700027': certificateRefused,
  '700030': certificateRefused,
  '7000214': certificateRefused,
  '700024': certificateOutdated,
  '90002': tenantUnknown,
  '900023': tenantUnknown,
  '53003': blockedByPolicy,
  '530032': blockedByPolicy,
  '650052': misconfigured,
  '650054': misconfigured,
  '650056': misconfigured,
  '650057': misconfigured,
};

/** Where the customer's own registration needs other advice than the publisher's app. */
const registrationAdvice: Readonly<Record<string, Advice>> = {
  '65001': misconfigured,
  '700016': {
    code: 'client-unknown',
    message:
      'There is no application with this client ID in the tenant. Copy the Application (client) ID, not the Object ID, and check the tenant.',
  },
  '7000229': {
    code: 'client-unknown',
    message: 'The application is registered, but not present in this tenant. Grant admin consent to it there once.',
  },
  '50194': {
    code: 'tenant-unknown',
    message: 'The application is of a single tenant, and that is another one. Check the tenant ID.',
  },
};

/** Nothing an admin could mend: we asked wrongly. */
const oursToMend: ReadonlySet<string> = new Set(['70011', '700022', '700023', '900144', '9002313', '1002012']);

/** Trouble of Entra's own: budgets, throttling, a part of it that is away. */
const passesByItself: ReadonlySet<string> = new Set([
  '50000',
  '50087',
  '90006',
  '90012',
  '90024',
  '90033',
  '90055',
  '90090',
  '90091',
]);

/** What has a code and words of its own, though Entra's number says nothing about consent. */
const refusals: Readonly<Record<string, Advice>> = {
  '700025': {
    code: 'client-public',
    message:
      'The app registration is a public client, which may not have a secret or certificate. Under Authentication, set “Allow public client flows” to No and use the platform Web.',
  },
};

/** The number in "AADSTS7000215: Invalid client secret …". */
export const entraCode = (text: string): string | null => /AADSTS(\d{4,9})(?!\d)/.exec(text)?.[1] ?? null;

const longestSentence = 300;

/** What Microsoft says after the number: its first line, without the ids of the request. */
export const entraSentence = (text: string, number: string): string => {
  const marker = `AADSTS${number}`;
  const said = text.slice(text.indexOf(marker) + marker.length);
  const [line = ''] = said.split(/[\r\n]|Trace ID:|Correlation ID:|Timestamp:/, 1);
  const sentence = presentable(line.replace(/^\s*:/, '')).replace(/\s-$/, '').trim();
  return [...sentence].length <= longestSentence ? sentence : `${[...sentence].slice(0, longestSentence).join('')}…`;
};

/**
 * Numbers come and go; that something passes Entra says besides, by its word or its status.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application
 */
const saysItPasses = (error: unknown): boolean => {
  if (!(error instanceof ServerError)) return false;
  const { errorCode, status = 0 } = error;
  return errorCode === 'temporarily_unavailable' || status === 408 || status === 429 || status >= 500;
};

const isPassing = (error: unknown, number: string): boolean =>
  passesByItself.has(number) || (saysItPasses(error) && refusals[number] === undefined);

/** The one place where Entra's errors become ours. */
export const translateEntraError = (error: unknown, kind: ConnectionKind = 'consent'): UndersignError => {
  const text = error instanceof Error ? error.message : String(error);
  const number = entraCode(text);
  const advice = number === null ? undefined : adviceFor(number, kind);
  if (advice !== undefined)
    return new AdminActionError(advice.code, advice.message, {
      cause: error,
      values: { entraCode: `AADSTS${String(number)}` },
    });
  if (number !== null && !isPassing(error, number)) return finalRefusal(error, number, entraSentence(text, number));
  const options = { cause: error, ...(number === null ? {} : { values: { entraCode: `AADSTS${number}` } }) };
  return new DirectoryError('entra-unavailable', 'Microsoft Entra gave no token. Try again in a few minutes.', options);
};

/** Anything else that has a number is final: Entra would only say it again. */
const finalRefusal = (cause: unknown, number: string, said: string): FinalRefusal => {
  const code = `AADSTS${number}`;
  const sentence = said === '' ? code : `${code}: ${said}`;
  const options = { cause, values: { entraCode: code, answer: sentence } };
  const advice = refusals[number];
  if (advice !== undefined) return new FinalRefusal(advice.code, `${advice.message} (${sentence})`, options);
  if (oursToMend.has(number)) {
    const message = `Microsoft Entra did not accept our question. This is a fault of ours; report what it said. (${sentence})`;
    return new FinalRefusal('entra-request-refused', message, options);
  }
  return new FinalRefusal(
    'entra-refused',
    `Microsoft Entra gives no access: ${sentence} ${whatToCheck(number)}`,
    options,
  );
};

const whatToCheck = (number: string): string =>
  `Check the app registration, the app under Enterprise applications and its sign-in log. Microsoft explains the number at https://login.microsoftonline.com/error?code=${number}`;

const adviceFor = (number: string, kind: ConnectionKind): Advice | undefined =>
  (kind === 'registration' ? registrationAdvice[number] : undefined) ?? adviceByCode[number];
