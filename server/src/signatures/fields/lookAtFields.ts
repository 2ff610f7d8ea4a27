import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { withEnrichments, type EnrichedPerson } from '../withEnrichments.ts';

type LookedAtRepositories = Pick<Repositories, 'teammates' | 'enrichments'>;

/** Answers come within a second or two however large the tenant is. */
const most = 5000;
const pageSize = 500;

export interface LookedAt {
  readonly people: readonly EnrichedPerson[];
  /** Whether this is not the last of those that are looked at, and yet the last that is. */
  readonly isCut: boolean;
}

/** Active teammates by name with their managers, in pages, and no more than can be looked at while somebody waits. */
export async function* lookAtFields(
  repositories: LookedAtRepositories,
  tenantId: string,
  settings: FieldSettings,
): AsyncGenerator<LookedAt> {
  let cursor: string | null | undefined;
  for (let seen = 0; seen < most && cursor !== null;) {
    const window = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await repositories.teammates.page(tenantId, { ...window, status: 'active' });
    cursor = page.cursor;
    seen += page.items.length;
    const people = await withEnrichments(repositories, { tenantId, people: page.items }, { settings });
    yield { people, isCut: seen >= most && cursor !== null };
  }
}
