import { assignmentsSchema } from '../../../contract/signatures/assignments.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { checkAssignments } from '../../../signatures/assignments/checkAssignments.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { saveOver } from '../../requests/saveOver.ts';

const message = 'Somebody else saved the rules meanwhile. Reload them and make your change again.';

export const mountAssignmentRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  const { assignments } = repositories;

  mount(endpoints.getAssignments, async ({ actor: { tenantId } }) => {
    const { value, revision } = await assignments.get(tenantId);
    return { assignments: assignmentsSchema.parse(value), revision };
  });

  mount(endpoints.putAssignments, async ({ actor: { tenantId }, body }) => {
    await checkAssignments(repositories, tenantId, body.assignments);
    const save = () => assignments.save(tenantId, body.assignments, body.revision);
    return { assignments: body.assignments, revision: await saveOver(save, message) };
  });
};
