import type { EntraRole, RoleGrant } from '../../../domain/access/roleGrants.ts';
import { erasedPeople } from '../../privacy/erasedPeople.ts';
import { roleGrants } from '../../declare/access/roleGrantCollection.ts';
import { tenantErasures } from '../../privacy/tenantErasures.ts';
import { anything, documentSchema, listOf, objectOf, text, textOrNull } from './documentSchema.ts';

const person = objectOf<RoleGrant['person']>({ id: text, displayName: text });

/** Who may manage, and who or what is erased. */
export const accessSchemas = [
  documentSchema(roleGrants, {
    grants: listOf<RoleGrant>({ person, role: text, by: person, at: text }),
    throughEntra: listOf<EntraRole>({ person, role: text, seenOn: text }),
  }),
  documentSchema(erasedPeople, { id: text, at: text, pending: textOrNull, names: anything }),
  documentSchema(tenantErasures, { tenantId: text, at: text }),
];
