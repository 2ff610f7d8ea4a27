import type { Me } from '../../contract/me.ts';
import { labelsOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { overrideKind } from '../../domain/fields/overrides.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import type { ManagerProfile } from '../../domain/supplement/supplement.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Actor } from '../apiOptions.ts';
import { overridesRevision } from '../overridesRevision.ts';

interface Beside {
  readonly settings: FieldSettings;
  readonly manager: ManagerProfile | null;
}

/** Somebody who is signed in, and what of them they may fill in. */
export const presentMe = ({ userId, displayName }: Actor, teammate: Teammate | null, beside: Beside): Me => {
  const mine = teammate?.status === 'active' ? teammate : null;
  return {
    id: userId,
    displayName,
    teammateId: mine?.id ?? null,
    status: teammate === null || teammate.status === 'removed' ? 'none' : teammate.status,
    addresses: ownAddresses(teammate),
    fields: mine === null ? [] : ownFields(mine, beside),
    overridesRevision: mine === null ? null : overridesRevision(mine),
  };
};

const ownAddresses = (teammate: Teammate | null): Me['addresses'] => {
  const { mail, userPrincipalName } = teammate?.profile ?? { mail: null, userPrincipalName: null };
  return [mail, userPrincipalName].filter((address) => address !== null);
};

const ownFields = (teammate: Teammate, { settings, manager }: Beside): Me['fields'] =>
  resolveFields(teammate, manager, { settings }).flatMap(({ key, value, directory, override: own }) => {
    const kind = overrideKind(key, settings, 'teammate');
    const labels = labelsOf(settings, key);
    return kind === null ? [] : [{ key, labels, kind, value, own, directory }];
  });
