import type { AnyDeclaration } from './declaration.ts';
import { erasedPeople } from './privacy/erasedPeople.ts';
import { tenantErasures } from './privacy/tenantErasures.ts';
import { roleGrants } from './roleGrantCollection.ts';

/** Who may manage, and who or what is erased. */
export const accessDeclarations: readonly AnyDeclaration[] = [roleGrants, erasedPeople, tenantErasures];
