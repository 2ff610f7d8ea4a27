import { endpoints } from '../../../contract/endpoints.ts';
import type { Roles } from '../../../contract/manage/roles.ts';
import { grantedRole, withoutGrant, type RoleGrants } from '../../../domain/access/roleGrants.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { changeRoles } from '../../roles/changeRoles.ts';
import { grantRole } from '../../roles/grantRole.ts';

export const mountRoleRoutes = (mount: Mount, options: ApiOptions): void => {
  const { roleGrants } = options.repositories;
  const desk = { ...options, roleGrants };

  mount(endpoints.listRoles, async ({ actor }) => present((await roleGrants.get(actor.tenantId)).value));

  mount(endpoints.grantRole, async ({ actor, params, body }) =>
    present((await grantRole(desk, { actor, personId: params.id, role: body.role })).value),
  );

  mount(endpoints.revokeRole, async ({ actor, params }) => {
    const changed = await changeRoles(desk, {
      actor,
      personId: params.id,
      change: (kept) => {
        if (grantedRole(kept, params.id) === null)
          throw new RequestError(404, 'not-found', 'This person was given no role here.');
        return withoutGrant(kept, params.id);
      },
    });
    return present(changed.value);
  });
};

const present = ({ grants, throughEntra }: RoleGrants): Roles => ({
  grants: [...grants],
  throughEntra: [...throughEntra],
});
