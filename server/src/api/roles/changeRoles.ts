import { grantedRole, hasAnotherAdmin, type RoleGrants } from '../../domain/access/roleGrants.ts';
import { RequestError, StaleRevision } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RoleGrantRepository } from '../../ports/repositories/roleGrantRepository.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { Actor } from '../apiOptions.ts';
import { entraRoleOf } from './roleOf.ts';

export interface RoleDesk {
  readonly roleGrants: RoleGrantRepository;
  readonly clock: Clock;
}

interface RoleChange {
  readonly actor: Actor;
  /** Whose role changes. */
  readonly personId: string;
  /** May return what it was given, to leave it. */
  readonly change: (kept: RoleGrants) => RoleGrants;
}

const tries = 8;

/**
 * Changes one person's role on top of whatever others saved meanwhile. Throws RequestError 409 `last-admin` where nobody
 * could manage the tenant any more, 403 `forbidden` where the one who changes it has just lost the role themselves.
 */
export const changeRoles = async (
  { roleGrants, clock }: RoleDesk,
  { actor, personId, change }: RoleChange,
): Promise<Versioned<RoleGrants>> => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await roleGrants.get(actor.tenantId);
    requireAdmin(actor, before.value);
    const value = change(before.value);
    if (value === before.value) return before;
    const isDemoted = grantedRole(before.value, personId) === 'admin' && grantedRole(value, personId) !== 'admin';
    // Who has the role through Entra keeps it, so there is one left.
    if (isDemoted && entraRoleOf(actor) !== 'admin' && !hasAnotherAdmin(before.value, personId, clock.now()))
      throw new RequestError(
        409,
        'last-admin',
        'This is the last administrator, and nobody could manage Undersign any more. Make somebody else an administrator first.',
      );
    try {
      return { value, revision: await roleGrants.save(actor.tenantId, value, before.revision) };
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt >= tries) throw error;
    }
  }
};

const requireAdmin = (actor: Actor, kept: RoleGrants): void => {
  if (entraRoleOf(actor) === 'admin' || grantedRole(kept, actor.userId) === 'admin') return;
  throw new RequestError(
    403,
    'forbidden',
    'Your role was taken back a moment ago. Ask an administrator of your tenant.',
  );
};
