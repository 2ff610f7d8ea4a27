import type { i18n } from 'i18next';
import type { InclusionReason, OmissionReason, ScopeVerdict } from '../../../server/src/contract/people/scope.ts';

type Chain = Extract<InclusionReason, { kind: 'group' }>['chain'];

/** The ends of a chain of groups, and the names in between. */
function ends(chain: Chain) {
  const names = chain.map((link) => link.displayName);
  return { first: names[0] ?? '', last: names.at(-1) ?? '', between: names.slice(1, -1).join(' → ') };
}

function groupText(texts: i18n, chain: Chain): string {
  const named = ends(chain);
  if (chain.length < 2) return texts.t('scope:in.groupDirect', { group: named.first });
  return texts.t(chain.length === 2 ? 'scope:in.groupNested' : 'scope:in.groupDeep', named);
}

function unitText(texts: i18n, reason: Extract<InclusionReason, { kind: 'unit' }>): string {
  const unit = reason.unit.displayName;
  // The chain of a unit holds only the groups inside it.
  const groups = reason.chain.filter((link) => link.id !== reason.unit.id);
  if (groups.length === 0) return texts.t('scope:in.unit', { unit });
  const names = groups.map((link) => link.displayName);
  const last = names.at(-1) ?? '';
  const between = names.slice(0, -1).join(' → ');
  return texts.t(groups.length === 1 ? 'scope:in.unitGroup' : 'scope:in.unitDeep', { unit, last, between });
}

/** Why somebody takes part, as a sentence. */
export function inclusionText(texts: i18n, reason: InclusionReason): string {
  switch (reason.kind) {
    case 'everyone':
      return texts.t('scope:in.everyone');
    case 'person':
      return texts.t('scope:in.person');
    case 'group':
      return groupText(texts, reason.chain);
    case 'unit':
      return unitText(texts, reason);
  }
}

/** Why somebody is left out, as a sentence. */
export function omissionText(texts: i18n, omission: OmissionReason): string {
  if (omission.kind === 'excludedGroup') {
    const { first, last } = ends(omission.chain);
    return omission.chain.length < 2
      ? texts.t('scope:out.excludedGroup', { group: first })
      : texts.t('scope:out.excludedGroupNested', { first, last });
  }
  if (omission.kind === 'otherDomain') {
    return omission.domain === ''
      ? texts.t('scope:out.otherDomainNone')
      : texts.t('scope:out.otherDomain', { domain: omission.domain });
  }
  return texts.t(`scope:out.${omission.kind}`);
}

/** Why somebody is in scope or not, in one line: the same for everybody of whom the same is true. */
export function verdictText(texts: i18n, verdict: ScopeVerdict): string {
  if (verdict.inScope) return verdict.reasons.map((reason) => inclusionText(texts, reason)).join(' ');
  const despite = verdict.despite.map((reason) => inclusionText(texts, reason));
  return [omissionText(texts, verdict.omission), ...despite].join(' ');
}
