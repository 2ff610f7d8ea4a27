import type { AuditFilter, AuditPageQuery } from '../../../contract/manage/audit.ts';
import { aboutOf } from '../../../domain/audit/aboutOf.ts';
import type { AuditEntry } from '../../../domain/audit/auditEntry.ts';
import type { PageOf } from '../../../ports/pages/pages.ts';
import type { AuditQuery, AuditRepository } from '../../../ports/repositories/auditRepository.ts';
import { firstThatFits } from './firstThatFits.ts';

/** What the index finds by itself: of who, what and about what only one. */
const indexed = ({ personId, subjectId, action, at }: AuditFilter): Omit<AuditQuery, 'limit'> => {
  const when = at === undefined ? {} : { at };
  if (subjectId !== undefined) return { subjectId, ...when };
  if (personId !== undefined) return { personId, ...when };
  return action === undefined ? when : { action, ...when };
};

const fits =
  ({ personId, subjectId, action, outcome }: AuditFilter) =>
  (entry: AuditEntry): boolean =>
    (personId === undefined || entry.person.id === personId) &&
    (subjectId === undefined || aboutOf(entry).includes(subjectId)) &&
    (action === undefined || entry.action === action) &&
    (outcome === undefined || entry.outcome === outcome);

/** Entries that fit the filter, newest first. A page may hold fewer than asked for; its cursor says whether there are more. */
export const findAudit = (
  audit: AuditRepository,
  tenantId: string,
  query: AuditPageQuery,
): Promise<PageOf<AuditEntry>> => {
  const narrowed = indexed(query);
  return firstThatFits(query, {
    read: (request) => audit.page(tenantId, { ...request, ...narrowed }),
    fits: fits(query),
  });
};
