import type { AnyDeclaration } from '../declaration.ts';
import { integrationDeclarations } from '../integrationCollections.ts';
import { erasedPeople } from '../../privacy/erasedPeople.ts';
import { tenantErasures } from '../../privacy/tenantErasures.ts';
import { roleGrants } from './roleGrantCollection.ts';

/** Who may manage, which programs may ask and are told, and who or what is erased. */
export const accessDeclarations: readonly AnyDeclaration[] = [
  roleGrants,
  erasedPeople,
  tenantErasures,
  ...integrationDeclarations,
];
