import { hasConnected, requiredPermissions, unitPermission, type Connection } from '../domain/connection/connection.ts';
import { credentialExpiry } from '../domain/connection/credentialExpiry.ts';
import { UndersignError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppTokens } from '../ports/identity.ts';
import type { Repositories } from '../ports/repositories.ts';
import { failed, ok, warning, type Checked } from './checked.ts';

export interface TenantDesk {
  readonly repositories: Repositories;
  readonly tokens: AppTokens;
  readonly clock: Clock;
}

/** Tenants asked at the same time: each asks Entra for a token. */
const atOnce = 8;

/** Whether each tenant lets us in today, with what, and for how long. Asks Entra and saves nothing. */
export const checkTenants = async (desk: TenantDesk): Promise<readonly Checked[]> => {
  const checks: Checked[] = [];
  const tenants = await desk.repositories.connections.tenants();
  for (let start = 0; start < tenants.length; start += atOnce)
    checks.push(
      ...(
        await Promise.all(tenants.slice(start, start + atOnce).map((tenantId) => checkTenant(desk, tenantId)))
      ).flat(),
    );
  if (checks.length > 0) return checks;
  return [warning('tenants', 'No tenant is connected yet', 'Open PUBLIC_URL as a Global Administrator and connect.')];
};

const checkTenant = async (desk: TenantDesk, tenantId: string): Promise<readonly Checked[]> => {
  const connection = (await desk.repositories.connections.get(tenantId))?.value ?? null;
  if (connection === null || !hasConnected(connection)) return [];
  const name = nameOf(tenantId, connection);
  if (connection.state === 'notConnected') return [ok('tenant', `${name} is disconnected`)];
  return [await checkAccess(desk, tenantId, name), ...checkExpiry(connection, name, desk.clock.now())];
};

const nameOf = (tenantId: string, { organization }: Connection): string =>
  organization === null ? tenantId : `${organization.displayName} (${tenantId})`;

const checkAccess = async ({ tokens }: TenantDesk, tenantId: string, name: string): Promise<Checked> => {
  try {
    const { permissions } = await tokens.acquire(tenantId, { fresh: true });
    const missing = requiredPermissions.filter((permission) => !permissions.includes(permission));
    if (missing.length > 0)
      return failed(
        'tenant',
        `${name} does not grant ${missing.join(' and ')}`,
        'An administrator grants it on the Connect page.',
      );
    const units = permissions.includes(unitPermission) ? '' : ', but for administrative units';
    return ok('tenant', `${name} lets us in, with every permission${units}`);
  } catch (error) {
    if (!(error instanceof UndersignError)) throw error;
    return failed('tenant', `${name} cannot be read: ${error.code}`, error.message);
  }
};

/** Of the publisher's app Entra tells nobody without a further permission; of a tenant's own its admin or certificate did. */
const checkExpiry = ({ registration }: Connection, name: string, now: Date): readonly Checked[] => {
  if (registration === null) return [];
  const what = registration.credential === 'secret' ? 'client secret' : 'certificate';
  const { daysLeft, warning: level } = credentialExpiry(registration.expiresAt, now);
  const action =
    'Make a new one in Entra and enter it on the Connect page; the old one works until the new one has proven itself.';
  if (level === 'expired') return [failed('credential', `The ${what} of ${name} has expired`, action)];
  if (level !== null) return [warning('credential', `The ${what} of ${name} ends in ${String(daysLeft)} days`, action)];
  if (daysLeft !== null) return [ok('credential', `The ${what} of ${name} lasts ${String(daysLeft)} days`)];
  return [ok('credential', `Nobody said when the ${what} of ${name} ends`)];
};
