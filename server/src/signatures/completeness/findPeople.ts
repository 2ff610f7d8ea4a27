import { nameOf } from '../../domain/directory/directoryUser.ts';
import { openFindings, type FieldFinding, type FindingKind } from '../../domain/findings/findingsOf.ts';
import type { PageOf, PageRequest } from '../../ports/pages/pages.ts';
import { withEnrichments } from '../withEnrichments.ts';
import { readFindingRules, type CompletenessDesk } from './readFindingRules.ts';

/** What of it is asked for; what is left out narrows nothing. */
export interface FindingFilter {
  readonly kind?: FindingKind | undefined;
  /** Key of a smart field, or `photo`. */
  readonly field?: string | undefined;
  readonly search?: string | undefined;
}

export interface PersonFindings {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly findings: readonly FieldFinding[];
}

/** So many pages are looked through for people with something wrong before what was found is handed out. */
const pagesPerCall = 10;

/** Active teammates by name with what is wrong with each. A page may have fewer than asked for, or none. */
export const findPeople = async (
  desk: CompletenessDesk,
  tenantId: string,
  { search, kind, field, ...window }: FindingFilter & PageRequest,
): Promise<PageOf<PersonFindings>> => {
  const { repositories } = desk;
  const rules = await readFindingRules(desk, tenantId);
  const look = openFindings(rules);
  const isAsked = (finding: FieldFinding): boolean =>
    (kind === undefined || finding.kind === kind) && (field === undefined || finding.field === field);
  const found: PersonFindings[] = [];
  const asked = { status: 'active' as const, ...(search === undefined ? {} : { search }) };
  let { cursor }: { cursor?: string | null } = window;
  for (let page = 1; ; page += 1) {
    const next = { ...asked, limit: window.limit, ...(typeof cursor === 'string' ? { cursor } : {}) };
    const { items, cursor: after } = await repositories.teammates.page(tenantId, next);
    for (const person of await withEnrichments(repositories, { tenantId, people: items }, rules)) {
      const findings = look(person).findings.filter(isAsked);
      const { id, profile } = person.teammate;
      if (findings.length > 0) found.push({ id, displayName: nameOf(profile), mail: profile.mail, findings });
    }
    cursor = after;
    if (cursor === null || found.length * 2 >= window.limit || page === pagesPerCall) return { items: found, cursor };
  }
};
