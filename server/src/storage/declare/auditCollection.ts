import { aboutOf } from '../../domain/audit/aboutOf.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import type { CollectionDeclaration } from '../collection.ts';

/** Who did what. */
export const auditEntries: CollectionDeclaration<AuditEntry> = {
  operational: true,
  name: 'auditEntries',
  id: (entry) => entry.id,
  keys: {
    at: (entry) => entry.at,
    person: (entry) => entry.person.id,
    action: (entry) => entry.action,
  },
  multiKeys: { about: aboutOf },
  indexes: [['at'], ['person', 'at'], ['action', 'at']],
};
