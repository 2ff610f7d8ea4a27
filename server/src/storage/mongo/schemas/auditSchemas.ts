import type { AuditChange, AuditEntry } from '../../../domain/audit/auditEntry.ts';
import { auditEntries } from '../../declare/auditCollection.ts';
import {
  anything,
  documentSchema,
  listOf,
  number,
  objectOf,
  objectOrNull,
  text,
  textOrNull,
} from './documentSchema.ts';

/** Who did what. */
export const auditSchemas = [
  documentSchema(auditEntries, {
    id: text,
    at: text,
    person: objectOf<AuditEntry['person']>({ id: text, displayName: text }),
    role: text,
    action: text,
    outcome: text,
    code: textOrNull,
    subject: objectOrNull<NonNullable<AuditEntry['subject']>>({ id: text, name: textOrNull }),
    about: anything,
    changes: listOf<AuditChange>({ field: text, old: textOrNull, new: textOrNull }),
    more: number,
    address: text,
    requestId: text,
  }),
];
