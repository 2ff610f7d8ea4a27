import type { RoleGrants } from '../../../domain/access/roleGrants.ts';
import type { CollectionDeclaration } from '../../collection.ts';
import { onlyId } from '../../keys/onlyId.ts';

/** Who may manage a tenant besides those whom Entra names. */
export const roleGrants: CollectionDeclaration<RoleGrants> = { name: 'roleGrants', id: () => onlyId, keys: {} };
