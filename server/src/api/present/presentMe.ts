import type { Me } from '../../contract/signatures/me.ts';
import { labelsOf, ruleOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { isHideable, overrideKind } from '../../domain/fields/overrides/overrides.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import { findWaiting, type Proposals } from '../../domain/proposal/proposals.ts';
import type { ManagerProfile } from '../../domain/enrichment/enrichment.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Actor } from '../apiOptions.ts';
import { overridesRevision } from '../teammates/overridesRevision.ts';

interface Beside {
  readonly settings: FieldSettings;
  readonly manager: ManagerProfile | null;
  readonly proposals: Proposals;
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

const ownFields = (teammate: Teammate, beside: Beside): Me['fields'] =>
  resolveFields(teammate, beside.manager, beside).flatMap(({ key, value, directory, hidden, override: own }) => {
    const kind = overrideKind(key, beside.settings, 'teammate');
    const hideable = isHideable(key, beside.settings, 'teammate');
    return kind === null ? [] : [{ key, kind, value, own, hidden, hideable, directory, ...askedOf(key, beside) }];
  });

type Asked = Pick<Me['fields'][number], 'labels' | 'needsApproval' | 'waiting' | 'refused'>;

const askedOf = (key: string, { settings, proposals }: Beside): Asked => {
  const refused = proposals.refused.find(({ field }) => field === key);
  const waiting = findWaiting(proposals, key);
  return {
    labels: labelsOf(settings, key),
    needsApproval: ruleOf(settings, key).editableBy === 'teammateAsks',
    waiting: waiting && { value: waiting.value, at: waiting.at },
    refused: refused ? { value: refused.value, at: refused.at, by: refused.by, reason: refused.reason } : null,
  };
};
