import { ROLES } from '../../seed/company.ts';
import { EntraError, missingField, wrongReplyAddress } from '../aadsts.ts';
import type { PageRequest } from './pageRequest.ts';
import type { ClientRegistration } from '../tokens/clientRegistration.ts';
import { acceptsRedirect } from '../tokens/clientRegistration.ts';
import { requireClient, requireTenant } from '../entraWorld.ts';
import { escapeHtml, hiddenField, page } from './page.ts';
import type { PageReply } from './pageReply.ts';
import { redirect } from './pageReply.ts';
import { GRAPH_RESOURCE, PERMISSION_TEXTS } from '../permissions.ts';
import { parseScopes } from '../scopes.ts';
import { accountPicker, sessionUser } from './session.ts';

interface Consent {
  client: ClientRegistration;
  redirectUri: string;
  application: readonly string[];
  delegated: readonly string[];
  /** Of the delegated ones. */
  resource: string;
}

/** The page: https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent */
export function showAdminConsent(request: PageRequest): PageReply {
  const { world, parameters, cookies } = request;
  const consent = readConsent(request);
  const user = sessionUser(world, cookies);
  const appName = consent.client.displayName;
  if (!user || parameters.get('prompt') === 'select_account') {
    const next = new URL(request.address, world.url);
    next.searchParams.delete('prompt');
    return { status: 200, body: accountPicker(world, { next: `${next.pathname}${next.search}`, appName }) };
  }
  if (!mayConsent(request)) return { status: 200, body: approvalNeeded(request, user.userPrincipalName) };
  return { status: 200, body: consentPage(request, consent, user.userPrincipalName) };
}

/** What the buttons of the page do. */
export function answerAdminConsent(request: PageRequest, form: URLSearchParams): PageReply {
  const { world } = request;
  const consent = readConsent(request);
  if (!mayConsent(request)) {
    return goBack(request, consent, {
      error: 'access_denied',
      error_description: 'AADSTS90094: The grant requires admin permission.',
      admin_consent: 'True',
    });
  }
  if (form.get('decision') !== 'accept') {
    return goBack(request, consent, {
      error: 'access_denied',
      error_subcode: 'cancel',
      error_description: 'AADSTS65004: User declined to consent to access the app.',
      admin_consent: 'True',
    });
  }
  const ticked = form.getAll('permission');
  const had = world.state.grantOf(consent.client.clientId)?.application ?? [];
  world.lateRoles.note(
    consent.client.clientId,
    ticked.filter((name) => !had.includes(name)),
    world.clock.now(),
  );
  world.state.grant(consent.client.clientId, {
    application: consent.application.filter((name) => ticked.includes(name)),
    delegated: consent.delegated.filter((name) => ticked.includes(name)),
  });
  const scope = [
    ...consent.application.map((name) => ({ name, resource: GRAPH_RESOURCE })),
    ...consent.delegated.map((name) => ({ name, resource: consent.resource })),
  ]
    .filter(({ name }) => ticked.includes(name))
    .map(({ name, resource }) => `${resource}/${name}`);
  return goBack(request, consent, {
    admin_consent: 'True',
    tenant: world.directory.organization.id,
    scope: scope.join(' '),
  });
}

function goBack({ parameters }: PageRequest, { redirectUri }: Consent, values: Record<string, string>): PageReply {
  const state = parameters.get('state');
  return redirect(redirectUri, new URLSearchParams({ ...values, ...(state !== undefined && { state }) }));
}

function readConsent({ world, tenant, parameters }: PageRequest): Consent {
  requireTenant(world, tenant);
  if (tenant === 'common') {
    throw new EntraError(
      'invalid_request',
      90130,
      "The tenant 'common' is not supported for admin consent; use a tenant or organizations.",
    );
  }
  const client = requireClient(world, parameters.get('client_id') ?? '', tenant);
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!acceptsRedirect(client, redirectUri)) throw wrongReplyAddress(redirectUri, client.clientId);
  const scope = parameters.get('scope');
  if (!scope) throw missingField('scope');
  const scopes = parseScopes(client, scope, true);
  // Application permissions come with /.default only; single names are delegated permissions.
  const isDefault = scopes.names.includes('.default');
  return {
    client,
    redirectUri,
    application: isDefault ? client.applicationPermissions : [],
    delegated: scopes.names.filter((name) => name !== '.default'),
    resource: scopes.resource === 'api' ? `api://${client.clientId}` : GRAPH_RESOURCE,
  };
}

function mayConsent({ world, cookies }: PageRequest): boolean {
  const user = sessionUser(world, cookies);
  const roles = user ? world.directory.rolesOf(user.id) : [];
  return roles.includes(ROLES.globalAdministrator) || roles.includes(ROLES.privilegedRoleAdministrator);
}

function approvalNeeded(request: PageRequest, name: string): string {
  const again = new URL(request.address, request.world.url);
  again.searchParams.set('prompt', 'select_account');
  return page(
    'Need admin approval',
    `<p role="alert">AADSTS90094: ${escapeHtml(name)} is not an administrator. Only a Global Administrator or a Privileged Role Administrator can accept these permissions for the organization.</p>
<form method="post" action="${escapeHtml(request.address)}"><div class="actions">
<a class="action" href="${escapeHtml(again.pathname + again.search)}">Have an admin account? Sign in with it</a>
<button class="action" name="decision" value="cancel">Return to the application without granting consent</button></div></form>`,
  );
}

function consentPage(
  { world, address }: PageRequest,
  { client, application, delegated }: Consent,
  name: string,
): string {
  const again = new URL(address, world.url);
  again.searchParams.set('prompt', 'select_account');
  const rows = [...application, ...delegated].map((permission) => permissionRow(permission));
  const boxes = [...application, ...delegated].map(
    (permission) =>
      `<li><label><input type="checkbox" name="permission" value="${escapeHtml(permission)}" checked> ${escapeHtml(permission)}</label></li>`,
  );
  return page(
    'Permissions requested',
    `<p><b>${escapeHtml(client.displayName)}</b><br><span class="soft">${escapeHtml(client.publisher ?? 'unverified')}</span></p>
<p class="soft">Signed in as ${escapeHtml(name)} – <a href="${escapeHtml(again.pathname + again.search)}">use another account</a></p>
<p>Review for your organization <b>${escapeHtml(world.directory.organization.displayName)}</b>. This app would like to:</p>
<ul>${rows.join('')}<li><b>Sign in and read user profile</b></li></ul>
<p class="soft">If you accept, this app will get access to the specified resources for all users in your organization. No one else will be prompted to review these permissions.</p>
<form method="post" action="${escapeHtml(address)}">${hiddenField('shown', '1')}
<details><summary>Simulator: grant only part</summary><ul>${boxes.join('')}</ul></details>
<div class="actions"><button class="action" name="decision" value="cancel">Cancel</button>
<button class="action primary" name="decision" value="accept">Accept</button></div></form>`,
  );
}

function permissionRow(permission: string): string {
  const { title, text } = PERMISSION_TEXTS[permission] ?? { title: permission, text: '' };
  return `<li><details><summary><b>${escapeHtml(title)}</b></summary><span class="soft">${escapeHtml(text)} <code>${escapeHtml(permission)}</code></span></details></li>`;
}
