import { randomUUID } from 'node:crypto';

/** A refusal of Entra: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
export class EntraError extends Error {
  /** Entra answers 401 when the app itself could not prove who it is. */
  readonly status: number;
  readonly error: string;
  readonly code: number;
  /** What an app has to hand back with its next request. */
  readonly claims: string | undefined;

  constructor(error: string, code: number, ...[text, claims]: readonly [text: string, claims?: string]) {
    super(`AADSTS${code}: ${text}`);
    this.error = error;
    this.code = code;
    this.claims = claims;
    this.status = error === 'invalid_client' ? 401 : 400;
  }
}

/** Two errors that apps tell apart by more than their code. */
const subErrors: Readonly<Record<number, string>> = { 65001: 'consent_required', 50076: 'basic_action' };

export function tokenErrorBody({ error, code, message, claims }: EntraError, now: number, url: string) {
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const [traceId, correlationId] = [randomUUID(), randomUUID()];
  return {
    error,
    error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${url}/error?code=${code}`,
    ...(subErrors[code] !== undefined && { suberror: subErrors[code] }),
    ...(claims !== undefined && { claims }),
  };
}

export const wrongSecret = (clientId: string) =>
  new EntraError(
    'invalid_client',
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  );
export const expiredSecret = (clientId: string) =>
  new EntraError(
    'invalid_client',
    7000222,
    `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app.`,
  );
export const unknownClient = (clientId: string, tenant: string) =>
  new EntraError(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
export const unknownTenant = (tenant: string) =>
  new EntraError(
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
export const missingField = (name: string) =>
  new EntraError('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
export const consentRequired = (clientId: string) =>
  new EntraError(
    'invalid_grant',
    65001,
    `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
  );
export const invalidScope = (scope: string) =>
  new EntraError(
    'invalid_scope',
    70011,
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  );
export const severalResources = (scope: string) =>
  new EntraError(
    'invalid_request',
    28000,
    `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
  );
export const disabledAccount = () => new EntraError('invalid_grant', 50057, 'The user account is disabled.');
export const unknownAccount = (name: string) =>
  new EntraError(
    'invalid_grant',
    50034,
    `The user account ${name} does not exist in this directory. To sign into this application, the account must be added to the directory.`,
  );
export const wrongReplyAddress = (address: string, clientId: string) =>
  new EntraError(
    'invalid_request',
    50011,
    `The redirect URI '${address}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
  );
