import { completenessSchema, type Completeness } from '../../../contract/people/completeness.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { countCompleteness } from '../../../signatures/completeness/countCompleteness.ts';
import { findPeople, type PersonFindings } from '../../../signatures/completeness/findPeople.ts';
import { openPhoneCheck } from '../../../signatures/completeness/openPhoneCheck.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { exportFindings } from '../../export/exportFindings.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';

export const mountCompletenessRoutes = (mount: Mount, { repositories, keptAnswers }: ApiOptions): void => {
  const desk = { repositories, isPhone: openPhoneCheck() };
  const underWay = new Map<string, Promise<Completeness>>();

  const count = async (tenantId: string): Promise<Completeness> => {
    const { body } = await keptAnswers.get({ tenantId, key: 'completeness' }, async () => ({
      etag: '',
      body: Buffer.from(JSON.stringify(await countCompleteness(desk, tenantId))),
      days: new Map(),
    }));
    return completenessSchema.parse(JSON.parse(body.toString()));
  };
  /** Everybody is counted once, however many ask meanwhile. */
  const countOnce = (tenantId: string): Promise<Completeness> => {
    const counting = underWay.get(tenantId) ?? count(tenantId).finally(() => underWay.delete(tenantId));
    underWay.set(tenantId, counting);
    return counting;
  };

  mount(endpoints.getCompleteness, ({ actor }) => countOnce(actor.tenantId));

  mount(endpoints.listFindings, async ({ actor, query: { kind, field, search, ...window } }) => {
    const page = await findPeople(desk, actor.tenantId, { kind, field, search, ...pageRequest(window) });
    return { items: page.items.map(present), cursor: page.cursor };
  });

  mount(endpoints.exportFindings, ({ actor, query, response }) =>
    exportFindings(desk, { tenantId: actor.tenantId, query, response }),
  );
};

const present = ({ findings, ...person }: PersonFindings) => ({
  ...person,
  findings: findings.map((finding) => ({ ...finding })),
});
