import { z } from 'zod';
import { endpoint, guidParam } from '../endpoint.ts';
import { instant } from '../scalars.ts';

const person = z.object({ id: z.string(), displayName: z.string() });

export const grantedRoleSchema = z.enum(['admin', 'designer', 'auditor']);

export const rolesSchema = z
  .object({
    grants: z
      .array(z.object({ person, role: grantedRoleSchema, by: person, at: instant }))
      .describe('Given in Undersign, by name.'),
    throughEntra: z
      .array(z.object({ person, role: grantedRoleSchema, seenOn: z.iso.date() }))
      .describe('Have it through Entra, as far as they came in; the latest first.'),
  })
  .meta({ id: 'Roles' });

const grantRoleSchema = z.object({ role: grantedRoleSchema }).meta({ id: 'GrantRole' });

export const roleEndpoints = {
  listRoles: endpoint({
    method: 'get',
    path: '/api/roles',
    summary: 'Who may manage, who may design and who may look, besides those whom Entra makes administrators unseen',
    access: 'auditor',
    status: 200,
    response: rolesSchema,
  }),
  grantRole: endpoint({
    method: 'put',
    path: '/api/roles/{id}',
    summary: 'Give somebody of the tenant’s own directory a role, or another one; again changes nothing',
    access: 'admin',
    params: guidParam,
    body: grantRoleSchema,
    status: 200,
    response: rolesSchema,
  }),
  revokeRole: endpoint({
    method: 'delete',
    path: '/api/roles/{id}',
    summary: 'Take the role back; it counts from the person’s next request on',
    access: 'admin',
    params: guidParam,
    status: 200,
    response: rolesSchema,
  }),
} as const;

export type Roles = z.infer<typeof rolesSchema>;
export type GrantedRole = z.infer<typeof grantedRoleSchema>;
