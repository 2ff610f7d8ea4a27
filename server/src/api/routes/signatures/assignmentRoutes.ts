import { assignmentsSchema } from '../../../contract/signatures/assignments.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { withoutOwnDomains } from '../../../domain/assignment/assignment.ts';
import { checkAssignments } from '../../../signatures/assignments/checkAssignments.ts';
import { isOwnDomain, readOwnDomains } from '../../../signatures/assignments/ownDomains.ts';
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
    const isOwn = isOwnDomain(await readOwnDomains(repositories, tenantId));
    const kept = withoutOwnDomains(body.assignments, isOwn);
    const save = () => assignments.save(tenantId, kept, body.revision);
    return { assignments: assignmentsSchema.parse(kept), revision: await saveOver(save, message) };
  });
};
