import type { PropertyTable } from './propertyTable.ts';

/** What Graph knows of administrative units: https://learn.microsoft.com/en-us/graph/api/resources/administrativeunit */
export const unitProperties: PropertyTable = {
  deletedDateTime: { type: 'date', byDefault: true },
  description: { type: 'text', filter: 'eq ne in startsWith', byDefault: true, search: 'words' },
  displayName: {
    type: 'text',
    filter: 'eq ne not ge le in startsWith',
    byDefault: true,
    orderBy: true,
    search: 'words',
  },
  id: { type: 'text', filter: 'eq ne not in', byDefault: true },
  isMemberManagementRestricted: { type: 'boolean', byDefault: true },
  membershipRule: { type: 'text', byDefault: true },
  membershipRuleProcessingState: { type: 'text', byDefault: true },
  membershipType: { type: 'text', byDefault: true },
  visibility: { type: 'text', byDefault: true },
};
