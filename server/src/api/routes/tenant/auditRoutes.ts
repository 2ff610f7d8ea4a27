import { endpoints } from '../../../contract/endpoints.ts';
import { auditPageSchema } from '../../../contract/manage/audit.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { exportAudit } from '../../export/exportAudit.ts';
import { findAudit } from '../../requests/findAudit.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountAuditRoutes = (mount: Mount, { repositories: { audit } }: ApiOptions): void => {
  mount(endpoints.listAudit, async ({ actor, query }) =>
    auditPageSchema.parse(await findAudit(audit, actor.tenantId, query)),
  );
  mount(endpoints.exportAudit, ({ actor, query, response }) =>
    exportAudit(audit, { tenantId: actor.tenantId, query, response }),
  );
};
