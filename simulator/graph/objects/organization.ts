import type { GraphCall, GraphReply } from '../graphCall.ts';
import { badRequest } from '../graphError.ts';
import { organizationProperties } from './organizationProperties.ts';
import { parseQuery } from '../query/queryOptions.ts';

/** The tenant itself: proof of which tenant a token really belongs to. */
export function answerOrganization(call: GraphCall): GraphReply {
  const names =
    parseQuery(call.query, ['select', 'top']).get('select')?.split(',') ?? Object.keys(organizationProperties);
  const { organization } = call.world.directory;
  const values: Record<string, unknown> = {
    ...organization,
    country: null,
    tenantType: 'AAD',
    verifiedDomains: organization.verifiedDomains.map((domain) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      type: 'Managed',
      ...domain,
    })),
    // An enumeration without null, so it needs a value.
    mobileDeviceManagementAuthority: 'unknown',
  };
  const shown: Record<string, unknown> = {};
  for (const name of names) {
    const row = organizationProperties[name];
    if (!row) throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.organization'.`);
    shown[name] = values[name] ?? (row.type.endsWith('s') ? [] : null);
  }
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: { '@odata.context': `${call.world.base}/$metadata#organization`, value: [shown] },
  };
}
