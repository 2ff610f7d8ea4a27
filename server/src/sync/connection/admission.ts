import { hasConnected, hasWorked, noConnection, type Connection } from '../../domain/connection/connection.ts';
import { RequestError } from '../../domain/errors.ts';
import type { ConnectionRepository, FirstTenantRepository } from '../../ports/repositories/connectionRepositories.ts';

/** Which tenants the operator lets in: the first that connects and then no other, all of them, or these ids. */
export type AllowedTenants = 'first' | 'open' | readonly string[];

/** Whoever is connected already stays so, whatever the operator sets: this is about connecting. */
export interface Admission {
  /** Whether this tenant may connect now. Takes no place. */
  allows(tenantId: string, connection: Connection): Promise<boolean>;
  /** The same at the moment it does connect: of several tenants at once one becomes the first. */
  admit(tenantId: string, connection: Connection): Promise<boolean>;
}

export interface AdmissionOptions {
  readonly allowedTenants: AllowedTenants;
  readonly connections: ConnectionRepository;
  readonly firstTenants: FirstTenantRepository;
  /** Its connection, left from trying the product out, keeps nobody out. */
  readonly demoTenantId: string;
}

export const openAdmission = (options: AdmissionOptions): Admission => {
  const { allowedTenants, connections, firstTenants, demoTenantId } = options;

  /** Tenants that connected before there was a first one keep their places; one of them is written down, so this is asked once. */
  const findFirst = async (): Promise<string | null> => {
    const first = await firstTenants.get();
    if (first !== null) return first;
    for (const tenantId of await connections.tenants()) {
      const found = tenantId === demoTenantId ? null : await connections.get(tenantId);
      if (found !== null && hasConnected(found.value)) return firstTenants.claim(tenantId);
    }
    return null;
  };

  /** Null where only the place of the first can tell. */
  const decided = (tenantId: string, connection: Connection): boolean | null => {
    if (allowedTenants === 'open' || hasWorked(connection)) return true;
    if (allowedTenants !== 'first') return allowedTenants.includes(tenantId);
    return hasConnected(connection) ? true : null;
  };

  return {
    allows: async (tenantId, connection) =>
      decided(tenantId, connection) ?? [null, tenantId].includes(await findFirst()),
    admit: async (tenantId, connection) =>
      decided(tenantId, connection) ?? ((await findFirst()) ?? (await firstTenants.claim(tenantId))) === tenantId,
  };
};

export interface AdmissionDesk {
  readonly admission: Admission;
  readonly connections: ConnectionRepository;
}

export const tenantNotAllowed = (tenantId: string): RequestError =>
  new RequestError(
    403,
    'tenant-not-allowed',
    `This installation of Undersign does not take in your tenant. Ask whoever runs it to add the tenant ID ${tenantId} to ALLOWED_TENANTS and to start it again.`,
    { values: { tenantId } },
  );

export const mayConnect = async ({ admission, connections }: AdmissionDesk, tenantId: string): Promise<boolean> =>
  admission.allows(tenantId, (await connections.get(tenantId))?.value ?? noConnection);

/** Throws RequestError 403 `tenant-not-allowed`, before anything is asked of Entra or stored for the tenant. */
export const requireAllowed = async (desk: AdmissionDesk, tenantId: string): Promise<void> => {
  if (!(await mayConnect(desk, tenantId))) throw tenantNotAllowed(tenantId);
};
