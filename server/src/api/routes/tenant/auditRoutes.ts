import { endpoints } from '../../../contract/endpoints.ts';
import { auditPageSchema } from '../../../contract/manage/audit.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { withPeople } from '../../audit/peopleIn.ts';
import { exportAudit } from '../../export/exportAudit.ts';
import { findAudit } from '../../requests/lists/findAudit.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountAuditRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  const { audit } = repositories;
  mount(endpoints.listAudit, async ({ actor: { tenantId }, query }) => {
    const page = await findAudit(audit, tenantId, query);
    return auditPageSchema.parse({ ...page, items: await withPeople(repositories, tenantId, page.items) });
  });
  mount(endpoints.exportAudit, ({ actor, query, response }) =>
    exportAudit(audit, { tenantId: actor.tenantId, query, response }),
  );
};
