import type { DirectoryUser } from '../../directory/model.ts';
import { ROLES } from '../../seed/company.ts';
import { EntraError } from '../aadsts.ts';
import type { PageRequest } from './pageRequest.ts';
import type { ClientRegistration } from '../tokens/clientRegistration.ts';
import type { EntraWorld } from '../entraWorld.ts';
import { escapeHtml, page } from './page.ts';
import type { PageReply } from './pageReply.ts';
import { OWN_SCOPE, type RequestedScopes } from '../scopes.ts';
import { sessionUser } from './session.ts';

/** Whether nobody has to be asked: https://learn.microsoft.com/en-us/entra/identity-platform/permissions-consent-overview#preauthorization */
export function isConsented(world: EntraWorld, client: ClientRegistration, user: DirectoryUser): boolean {
  if (client.preAuthorized === true) return true;
  return (
    world.state.allows(client.clientId, OWN_SCOPE) ||
    world.state.hasConsentOf({ clientId: client.clientId, user: user.id })
  );
}

const isAdmin = ({ directory }: EntraWorld, { id }: DirectoryUser): boolean =>
  directory.rolesOf(id).includes(ROLES.globalAdministrator);

interface Asking {
  readonly client: ClientRegistration;
  readonly user: DirectoryUser;
  readonly scopes: RequestedScopes;
}

/** The page that asks the person, or tells them to ask an administrator; undefined where there is nothing to ask. */
export function askForConsent(request: PageRequest, { client, user, scopes }: Asking): PageReply | undefined {
  const { world, parameters, address } = request;
  if (scopes.resource !== 'api' || isConsented(world, client, user)) return undefined;
  if (parameters.get('prompt') === 'none') {
    throw new EntraError(
      'interaction_required',
      65001,
      `The user or administrator has not consented to use the application with ID '${client.clientId}'.`,
    );
  }
  const action = escapeHtml(address.replace('/authorize?', '/consent?'));
  const mayAgree = world.policy.usersMayConsent || isAdmin(world, user);
  return {
    status: 200,
    body: mayAgree ? consentPage(client, action, isAdmin(world, user)) : approvalPage(client, action),
  };
}

const consentPage = ({ displayName }: ClientRegistration, action: string, isForAll: boolean): string =>
  page(
    'Permissions requested',
    `<p><b>${escapeHtml(displayName)}</b> would like to:</p><ul><li><b>Access ${escapeHtml(displayName)} as you</b></li><li><b>Sign in and read user profile</b></li></ul>
<form method="post" action="${action}">${isForAll ? '<p><label><input type="checkbox" name="forAll" value="1"> Consent on behalf of your organization</label></p>' : ''}
<div class="actions"><button class="action" name="decision" value="cancel">Cancel</button>
<button class="action primary" name="decision" value="accept">Accept</button></div></form>`,
  );

const approvalPage = ({ displayName }: ClientRegistration, action: string): string =>
  page(
    'Need admin approval',
    `<p role="alert">AADSTS90094: ${escapeHtml(displayName)} needs permission to access resources in your organization that only an admin can grant.</p>
<form method="post" action="${action}"><div class="actions"><button class="action" name="decision" value="cancel">Return to the application without granting consent</button></div></form>`,
  );

/** What the buttons of that page do; undefined: the sign-in goes on. @throws EntraError for a way back without consent. */
export function answerConsent(request: PageRequest, client: ClientRegistration, form: URLSearchParams): void {
  const { world, cookies } = request;
  const user = sessionUser(world, cookies);
  const mayAgree = user !== undefined && (world.policy.usersMayConsent || isAdmin(world, user));
  if (!mayAgree) throw new EntraError('access_denied', 90094, 'The grant requires admin permission.');
  if (form.get('decision') !== 'accept')
    throw new EntraError('access_denied', 65004, 'User declined to consent to access the app.');
  if (form.get('forAll') === '1' && isAdmin(world, user))
    world.state.grant(client.clientId, { delegated: [OWN_SCOPE] });
  else world.state.addConsentOf({ clientId: client.clientId, user: user.id });
}
