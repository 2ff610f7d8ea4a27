import { hasWorked, type Connection } from '../../domain/connection/connection.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { OrganizationRead } from '../../ports/directory/directoryReader.ts';
import type { RunExecution } from '../run/runExecution.ts';

/**
 * What the company is called and which domains are its own, as they are by now: they are known since it connected, and a domain comes
 * or leaves later. Where they cannot be read, the sync is none the worse for it, and the next one asks again.
 */
export const refreshOrganization = async ({
  tenantId,
  repositories: { connections },
  directory,
  signal,
}: RunExecution): Promise<void> => {
  const known = await connections.get(tenantId);
  if (known === null || !hasWorked(known.value)) return;
  const organization = await directory.readOrganization(signal).catch(() => null);
  signal.throwIfAborted();
  if (organization === null || !isNews(organization, known.value)) return;
  try {
    await connections.save(tenantId, { ...known.value, organization }, known.revision);
  } catch (error) {
    // Somebody connected or disconnected meanwhile, and theirs is newer.
    if (!(error instanceof StaleRevision)) throw error;
  }
};

/** Every tenant has a domain, so none at all is no news. In which order they come says nothing. */
const isNews = ({ displayName, domains }: OrganizationRead, { organization }: Connection): boolean =>
  domains.length > 0 && (displayName !== organization?.displayName || sorted(domains) !== sorted(organization.domains));

const sorted = (domains: readonly string[]): string => domains.toSorted().join(' ');
