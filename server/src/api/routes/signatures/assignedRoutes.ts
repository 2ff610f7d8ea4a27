import { endpoints } from '../../../contract/endpoints.ts';
import { openAssigned } from '../../../signatures/assignments/openAssigned.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { exportAssigned } from '../../export/exportAssigned.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { assignedFilter } from '../../requests/lists/assignedFilter.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { sealCursor } from '../../requests/lists/sealedCursor.ts';

/** Who has which signature. */
export const mountAssignedRoutes = (mount: Mount, options: ApiOptions): void => {
  mount(endpoints.listAssigned, async ({ actor: { tenantId }, query: { cursor, limit, ...query } }) => {
    const cursors = sealCursor(options.secretBox, 'assigned', tenantId);
    const read = await openAssigned(options, tenantId, assignedFilter(query));
    const page = await read(pageRequest({ limit, cursor: cursors.open(cursor) }));
    return { items: [...page.items], cursor: cursors.seal(page.cursor) };
  });

  mount(endpoints.exportAssigned, ({ actor: { tenantId }, query, response }) =>
    exportAssigned(options, { tenantId, query, response }),
  );
};
