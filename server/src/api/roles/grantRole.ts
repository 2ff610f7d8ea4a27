import {
  grantedRole,
  mostGrants,
  withGrant,
  type GrantedRole,
  type RoleGrants,
} from '../../domain/access/roleGrants.ts';
import { nameOf, type DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { RequestError } from '../../domain/errors.ts';
import type { OpenDirectory } from '../../ports/directory/directoryReader.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Actor } from '../apiOptions.ts';
import { openConnectedDirectory } from '../tenantConnection.ts';
import { changeRoles, type RoleDesk } from './changeRoles.ts';

interface GrantDesk extends RoleDesk {
  readonly repositories: Repositories;
  readonly openDirectory: OpenDirectory;
}

interface Grant {
  readonly actor: Actor;
  readonly personId: string;
  readonly role: GrantedRole;
}

/**
 * Gives somebody of the tenant's own directory a role. Throws RequestError 404 `person-not-found`, 422
 * `person-cannot-manage`, 409 `too-many-roles`, and what `changeRoles` throws.
 */
export const grantRole = async (desk: GrantDesk, { actor, personId, role }: Grant): Promise<Versioned<RoleGrants>> => {
  const directory = await openConnectedDirectory(desk, actor.tenantId);
  const { people } = await directory.readUsers([personId]);
  const displayName = nameOf(ableToManage(people.find(({ id }) => id === personId)));
  const grant = {
    person: { id: personId, displayName },
    role,
    by: { id: actor.userId, displayName: actor.displayName },
    at: desk.clock.now().toISOString(),
  };
  return changeRoles(desk, {
    actor,
    personId,
    change: (kept) => {
      if (kept.grants.length >= mostGrants && grantedRole(kept, personId) === null) throw tooMany();
      return withGrant(kept, grant);
    },
  });
};

const ableToManage = (user: DirectoryUser | undefined): DirectoryUser => {
  if (user === undefined)
    throw new RequestError(404, 'person-not-found', 'There is nobody like that in the directory of your tenant.');
  if (user.userType === 'Guest' || user.isAgent === true || !user.accountEnabled)
    throw new RequestError(
      422,
      'person-cannot-manage',
      'Guests, agents and disabled accounts cannot be given a role. Pick somebody who works here and can sign in.',
    );
  return user;
};

const tooMany = (): RequestError =>
  new RequestError(
    409,
    'too-many-roles',
    `There are ${String(mostGrants)} people with a role already. Revoke some, or assign the app role to a group in Entra.`,
  );
