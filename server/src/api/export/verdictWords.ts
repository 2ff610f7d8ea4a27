import type { Language } from '../../contract/signatures/languages.ts';
import type { InclusionReason, OmissionReason, ScopeVerdict } from '../../domain/scope/scopeReason.ts';

type Word = InclusionReason['kind'] | OmissionReason['kind'];

const words: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  en: {
    ...{ everyone: 'Everyone in the tenant', person: 'Picked in person', group: 'Picked group', unit: 'Picked unit' },
    ...{ notPicked: 'Nothing picked covers this person', excludedPerson: 'Left out in person' },
    ...{ excludedGroup: 'Excluded group', agent: 'Account of an AI agent', accountDisabled: 'Account disabled' },
    ...{ guest: 'Guest', notGuest: 'No guest', noMailbox: 'No mailbox', otherDomain: 'Other mail domain' },
    ...{ erased: 'Erased on request', notInDirectory: 'No longer in Microsoft Entra ID' },
  },
  nl: {
    ...{ everyone: 'Iedereen in de tenant', person: 'Afzonderlijk gekozen', group: 'Gekozen groep' },
    ...{
      unit: 'Gekozen eenheid',
      notPicked: 'Zit in niets wat gekozen is',
      excludedPerson: 'Afzonderlijk uitgesloten',
    },
    ...{
      excludedGroup: 'Uitgesloten groep',
      agent: 'Account van een AI-agent',
      accountDisabled: 'Account uitgeschakeld',
    },
    ...{ guest: 'Gast', notGuest: 'Geen gast', noMailbox: 'Geen postvak', otherDomain: 'Ander maildomein' },
    ...{ erased: 'Op verzoek gewist', notInDirectory: 'Niet meer in Microsoft Entra ID' },
  },
  de: {
    ...{ everyone: 'Alle im Mandanten', person: 'Einzeln ausgewählt', group: 'Ausgewählte Gruppe' },
    ...{
      unit: 'Ausgewählte Einheit',
      notPicked: 'Von keiner Auswahl umfasst',
      excludedPerson: 'Einzeln ausgeschlossen',
    },
    ...{
      excludedGroup: 'Ausgeschlossene Gruppe',
      agent: 'Konto eines KI-Agenten',
      accountDisabled: 'Konto deaktiviert',
    },
    ...{ guest: 'Gast', notGuest: 'Kein Gast', noMailbox: 'Kein Postfach', otherDomain: 'Andere E-Mail-Domäne' },
    ...{ erased: 'Auf Wunsch gelöscht', notInDirectory: 'Nicht mehr in Microsoft Entra ID' },
  },
  fr: {
    ...{
      everyone: 'Tout le locataire',
      person: 'Choisi individuellement',
      group: 'Groupe choisi',
      unit: 'Unité choisie',
    },
    ...{ notPicked: 'Dans rien de ce qui est choisi', excludedPerson: 'Exclu individuellement' },
    ...{ excludedGroup: 'Groupe exclu', agent: 'Compte d’un agent d’IA', accountDisabled: 'Compte désactivé' },
    ...{ guest: 'Invité', notGuest: 'Pas un invité', noMailbox: 'Pas de boîte aux lettres' },
    ...{ otherDomain: 'Autre domaine de messagerie', erased: 'Effacé sur demande' },
    ...{ notInDirectory: 'N’existe plus dans Microsoft Entra ID' },
  },
};

/** What it was that covers or keeps out, from the picked one down; nothing where the kind says it all. */
const namesIn = (reason: InclusionReason | OmissionReason): readonly string[] => {
  if (reason.kind === 'otherDomain') return reason.domain === '' ? [] : [reason.domain];
  const unit = reason.kind === 'unit' ? [reason.unit] : [];
  const chain = 'chain' in reason ? reason.chain.filter(({ id }) => id !== unit[0]?.id) : [];
  return [...unit, ...chain].map(({ displayName }) => displayName);
};

/** Why somebody is in scope or not, in one cell: what keeps them out first, then what would have brought them in. */
export const verdictWords = (verdict: ScopeVerdict, language: Language): string => {
  const reasons = verdict.inScope ? verdict.reasons : [verdict.omission, ...verdict.despite];
  return reasons
    .map((reason) => [words[language][reason.kind], namesIn(reason).join(' → ')].filter(Boolean).join(': '))
    .join('; ');
};
