import { randomBytes } from 'node:crypto';
import type { DirectoryUser } from '../../directory/model.ts';
import { EntraError, missingField, wrongReplyAddress } from '../aadsts.ts';
import type { ClientRegistration } from '../tokens/clientRegistration.ts';
import { acceptsRedirect } from '../tokens/clientRegistration.ts';
import type { EntraWorld } from '../entraWorld.ts';
import { requireClient, requireTenant } from '../entraWorld.ts';
import type { PageReply } from './pageReply.ts';
import type { PageRequest } from './pageRequest.ts';
import { formPost, redirect } from './pageReply.ts';
import { USER_CONSENTABLE } from '../permissions.ts';
import { parseScopes } from '../scopes.ts';
import { askForSecondFactor } from './secondFactor.ts';
import { accountPicker, sessionUser } from './session.ts';
import { answerConsent, askForConsent } from './userConsent.ts';

const CODE_LIFE = 10 * 60 * 1000;
const MODES = ['query', 'fragment', 'form_post'];

/**
 * https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 * @throws EntraError, shown as a page, when it is not safe to send the browser back to the app.
 */
export function answerAuthorize(request: PageRequest): PageReply {
  return withClient(request, (client) => goOn(request, client));
}

/** What the buttons of the page do that asks a person for their consent. */
export function answerUserConsent(request: PageRequest, form: URLSearchParams): PageReply {
  return withClient(request, (client) => {
    answerConsent(request, client, form);
    return goOn({ ...request, address: request.address.replace('/consent?', '/authorize?') }, client);
  });
}

/** Errors go back to the app, once it is sure where that is. */
function withClient(request: PageRequest, answer: (client: ClientRegistration) => PageReply): PageReply {
  const { world, tenant, parameters } = request;
  requireTenant(world, tenant);
  const client = requireClient(world, parameters.get('client_id') ?? '', tenant);
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!acceptsRedirect(client, redirectUri)) throw wrongReplyAddress(redirectUri, client.clientId);
  try {
    return answer(client);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return sendBack(parameters, {
      error: error.error,
      error_description: error.message,
      error_uri: `${world.url}/error?code=${error.code}`,
    });
  }
}

function goOn(request: PageRequest, client: ClientRegistration): PageReply {
  const { world, parameters } = request;
  checkRequest(parameters);
  const scopes = parseScopes(client, parameters.get('scope') ?? '', true);
  const user = chooseUser(request);
  if (!user) return askForAccount(request, client);
  // Signing in makes the service principal.
  if (!world.state.grantOf(client.clientId)) world.state.grant(client.clientId, {});
  if (scopes.resource === 'graph') requireConsent(world, client, scopes.names);
  const question = askForConsent(request, { client, user, scopes }) ?? askForSecondFactor(request, user, scopes);
  return (
    question ?? sendBack(parameters, { code: keepCode(request, user), session_state: randomBytes(16).toString('hex') })
  );
}

function checkRequest(parameters: ReadonlyMap<string, string>): void {
  const mode = parameters.get('response_mode') ?? 'query';
  if (parameters.get('response_type') !== 'code') {
    throw new EntraError(
      'unsupported_response_type',
      700054,
      `response_type '${parameters.get('response_type') ?? ''}' is not enabled for the application.`,
    );
  }
  if (!MODES.includes(mode))
    throw new EntraError('invalid_request', 90014, `The response_mode '${mode}' is not supported.`);
  if (!parameters.get('scope')) throw missingField('scope');
  const method = parameters.get('code_challenge_method');
  if (parameters.get('code_challenge') && method !== 'S256') {
    throw new EntraError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption, with the method S256.',
    );
  }
}

/** @returns undefined when the browser must ask. */
function chooseUser({ world, parameters, cookies }: PageRequest): DirectoryUser | undefined {
  const prompt = parameters.get('prompt');
  const session = sessionUser(world, cookies);
  const hint = parameters.get('login_hint')?.toLowerCase();
  const fits = session !== undefined && (hint === undefined || hint === session.userPrincipalName.toLowerCase());
  if (prompt === 'select_account' || prompt === 'login') return undefined;
  if (prompt === 'none' && !fits) {
    throw new EntraError('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
  }
  return fits ? session : undefined;
}

function askForAccount({ world, address, parameters }: PageRequest, client: ClientRegistration): PageReply {
  const next = new URL(address, world.url);
  // The choice answers the prompt and decides against the hint; asking again would never end.
  next.searchParams.delete('prompt');
  next.searchParams.delete('login_hint');
  const body = accountPicker(world, {
    next: `${next.pathname}${next.search}`,
    appName: client.displayName,
    hint: parameters.get('login_hint'),
  });
  return { status: 200, body };
}

function requireConsent(world: EntraWorld, client: ClientRegistration, names: readonly string[]): void {
  const delegated = world.state.grantOf(client.clientId)?.delegated ?? [];
  const needed = names.filter(
    (name) => name !== '.default' && !USER_CONSENTABLE.has(name) && !delegated.includes(name),
  );
  if (needed.length === 0) return;
  throw new EntraError(
    'access_denied',
    90094,
    `An administrator of the tenant must consent to ${needed.join(', ')} before the app can be used.`,
  );
}

function keepCode({ world, parameters }: PageRequest, user: DirectoryUser): string {
  const code = `1.${randomBytes(32).toString('base64url')}`;
  world.codes.set(code, {
    userId: user.id,
    clientId: parameters.get('client_id') ?? '',
    redirectUri: parameters.get('redirect_uri') ?? '',
    scope: parameters.get('scope') ?? '',
    nonce: parameters.get('nonce'),
    challenge: parameters.get('code_challenge') || undefined,
    expires: world.clock.now() + CODE_LIFE,
  });
  return code;
}

function sendBack(parameters: ReadonlyMap<string, string>, answer: Record<string, string>): PageReply {
  const state = parameters.get('state');
  const values = new URLSearchParams({ ...answer, ...(state !== undefined && { state }) });
  const address = parameters.get('redirect_uri') ?? '';
  const mode = parameters.get('response_mode');
  if (mode === 'form_post') return formPost(address, values);
  return redirect(address, values, mode === 'fragment' ? '#' : '?');
}
