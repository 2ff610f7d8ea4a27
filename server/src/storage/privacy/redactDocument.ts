import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import type { Enrichment } from '../../domain/enrichment/enrichment.ts';
import { leaveProposals, leaveTeammate } from '../../domain/privacy/leaveFields.ts';
import { leaveRules } from '../../domain/privacy/leaveRules.ts';
import { erasedName, type PersonTraits } from '../../domain/privacy/personTraits.ts';
import { redactPerson, type Redacted } from '../../domain/privacy/redactPerson.ts';
import type { Proposals } from '../../domain/proposal/proposals.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { auditEntries } from '../declare/auditCollection.ts';
import { enrichments } from '../declare/people/enrichmentCollections.ts';
import { proposals } from '../declare/people/proposalCollection.ts';
import { assignments } from '../declare/signatureCollections.ts';
import { teammates } from '../declare/people/teammateCollections.ts';

export interface RedactedDocument extends Redacted<unknown> {
  /** Names of rules that were for the person alone and are gone. */
  readonly rules?: readonly string[];
}

/** Takes one person out of a document of a collection, so that it can be read as before and means the same for others. */
export const redactDocument = (collection: string, document: unknown, traits: PersonTraits): RedactedDocument => {
  const redacted = redactPerson(document, traits);
  if (redacted.mentions.length === 0) return redacted;
  return special.get(collection)?.(document, redacted, traits) ?? redacted;
};

const namesThem =
  (traits: PersonTraits) =>
  (text: string): boolean =>
    redactPerson({ text }, traits).mentions.length > 0;

type Special = (document: unknown, redacted: Redacted<unknown>, traits: PersonTraits) => RedactedDocument;

const leaveAssignments: Special = (document, { mentions }, traits) => {
  const { assignments: left, gone } = leaveRules(document as Assignments, {
    isPerson: ({ id }) => id.toLowerCase() === traits.id,
    isMailbox: namesThem(traits),
  });
  // Read as the audit trail will have it, where a name may stand among other words.
  const rules = gone.map((old) => redactPerson({ old }, traits).value.old);
  return { value: redactPerson(left, traits).value, mentions, rules };
};

/** What was set for them is theirs, whatever it says. */
const leaveEntry: Special = (document, redacted, traits) => {
  const isAboutThem = (document as AuditEntry).subject?.id.toLowerCase() === traits.id;
  const entry = redacted.value as AuditEntry;
  const changes = entry.changes.map((change) =>
    isAboutThem || change.field.startsWith(`person.${traits.pseudonym}.`)
      ? { ...change, old: hidden(change.old), new: hidden(change.new) }
      : change,
  );
  return { ...redacted, value: { ...entry, changes } };
};

const hidden = (value: string | null): string | null => (value === null ? null : erasedName);

const leaveReport: Special = (_document, redacted, { pseudonym }) => {
  const enrichment = redacted.value as Enrichment;
  return enrichment.managerId === pseudonym ? { ...redacted, value: { ...enrichment, managerId: null } } : redacted;
};

const leaveColleague: Special = (document, _redacted, traits) => {
  const { profile, ...rest } = leaveTeammate(document as Teammate, namesThem(traits));
  // Of those values that go with them, too, the person has a right to know.
  const { mentions } = redactPerson({ ...(document as Teammate), profile: null }, traits);
  return mentions.length === 0
    ? { value: document, mentions }
    : { value: { ...redactPerson(rest, traits).value, profile }, mentions };
};

const leaveProposed: Special = (document, { mentions }, traits) => ({
  value: redactPerson(leaveProposals(document as Proposals, namesThem(traits)), traits).value,
  mentions,
});

const special: ReadonlyMap<string, Special> = new Map([
  [assignments.name, leaveAssignments],
  [auditEntries.name, leaveEntry],
  [enrichments.name, leaveReport],
  [teammates.name, leaveColleague],
  [proposals.name, leaveProposed],
]);
