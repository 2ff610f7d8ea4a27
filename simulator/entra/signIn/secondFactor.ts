import type { DirectoryUser } from '../../directory/model.ts';
import { EntraError } from '../aadsts.ts';
import type { PageRequest } from './pageRequest.ts';
import type { EntraWorld } from '../entraWorld.ts';
import { escapeHtml, hiddenField, page } from './page.ts';
import type { PageReply } from './pageReply.ts';
import type { RequestedScopes } from '../scopes.ts';

/** What the app has to hand back with the next sign-in: https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge */
const CLAIMS = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

const isAsked = ({ policy }: EntraWorld, user: DirectoryUser, { resource }: RequestedScopes): boolean =>
  resource === 'api' && policy.secondFactor.has(user.id);

/** @throws EntraError 50076 with the claims where a token would be given without asking. */
export function requireSecondFactor(world: EntraWorld, user: DirectoryUser, scopes: RequestedScopes): void {
  if (!isAsked(world, user, scopes)) return;
  throw new EntraError(
    'interaction_required',
    50076,
    'Due to a configuration change made by your administrator, you must use multi-factor authentication to access the resource.',
    CLAIMS,
  );
}

/** The page that asks for it. An app that does not hand the claims back is sent away, as it would be for ever. */
export function askForSecondFactor(
  { world, address, parameters }: PageRequest,
  user: DirectoryUser,
  scopes: RequestedScopes,
): PageReply | undefined {
  if (!isAsked(world, user, scopes)) return undefined;
  if (!(parameters.get('claims') ?? '').includes('"c1"')) return undefined;
  const body = page(
    'Approve sign in request',
    `<p>${escapeHtml(user.userPrincipalName)}: enter the number shown to sign in.</p>
<form method="post" action="/_entra/second-factor">${hiddenField('next', address)}
<div class="actions"><button class="action primary">Approve</button></div></form>`,
  );
  return { status: 200, body };
}
