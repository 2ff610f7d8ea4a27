import { noRoleGrants } from '../../../domain/access/roleGrants.ts';
import type { RoleGrantRepository } from '../../../ports/repositories/roleGrantRepository.ts';
import type { StorageEngine } from '../../collection.ts';
import { roleGrants } from '../../declare/access/roleGrantCollection.ts';
import { keptValue } from '../keptValue.ts';

export const openRoleGrantRepository = (engine: StorageEngine): RoleGrantRepository =>
  keptValue(engine.collection(roleGrants), noRoleGrants);
