import { auditOutcomeSchema, type AuditFilter } from '../../../server/src/contract/manage/audit.ts';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { auditedActions } from './auditedActions.ts';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

const filled = (value: string | null | undefined): string | undefined => value ?? undefined;
const fitting = (value: string | null, pattern: RegExp): string | undefined =>
  value !== null && pattern.test(value) ? value : undefined;

const filterOf = (address: URLSearchParams): AuditFilter => ({
  action: auditedActions.find((action) => action === address.get('action')),
  outcome: auditOutcomeSchema.options.find((outcome) => outcome === address.get('outcome')),
  at: fitting(address.get('at'), day),
  personId: fitting(address.get('person'), guid),
  subjectId: filled(address.get('subject')?.slice(0, 200)),
});

/** The filter of the audit trail, kept in the address; what somebody made up there is no filter. */
export function useAuditFilter(): [AuditFilter, (filter: AuditFilter) => void] {
  const [filter, setFilter] = useFromAddress(filterOf);
  useKeptInAddress({
    action: filter.action ?? '',
    outcome: filter.outcome ?? '',
    at: filter.at ?? '',
    person: filter.personId ?? '',
    subject: filter.subjectId ?? '',
  });
  return [filter, setFilter];
}
