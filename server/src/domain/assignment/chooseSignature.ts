import type { DesignPerson } from '../design/designPerson.ts';
import { holds } from '../design/holds.ts';
import type { ComposeType } from '../signature/composeType.ts';
import type { AssignmentOutcome, AssignmentRule, Assignments } from './assignment.ts';

/** One mail that somebody is about to write. */
export interface MailAsked {
  readonly teammateId: string;
  readonly person: DesignPerson;
  readonly composeType: ComposeType;
  /** Address in From, in any case; null: the person's own. */
  readonly from: string | null;
  /** Addresses that are the person's own, the first one being what they write from where From is not known. */
  readonly ownAddresses: readonly string[];
  /** Null where nobody knows yet, or where Outlook does not tell. */
  readonly recipients: 'internal' | 'external' | null;
  /** Of the addressees that rules name those that are addressed. Left out: none that is known. */
  readonly addressed?: readonly string[];
}

/** Why a rule was passed over. `otherMailbox`: whose signature it is in another's mailbox was decided for all. */
export type Miss =
  | 'off'
  | 'person'
  | 'condition'
  | 'composeType'
  | 'mailbox'
  | 'recipients'
  | 'date'
  | 'unpublished'
  | 'otherMailbox';

export interface Tried {
  /** Null: the one for everybody else. */
  readonly ruleId: string | null;
  readonly name: string;
  /** Null: it decided. */
  readonly missed: Miss | null;
}

export interface Choice {
  readonly outcome: AssignmentOutcome;
  /** Earlier rules first, up to the one that decided. */
  readonly trace: readonly Tried[];
}

export type IsPublished = (signatureId: string) => boolean;

/**
 * Who gets which signature: the first enabled rule that matches decides, and rules whose signature nobody may get are
 * passed over. Where `otherwise` names such a signature, nothing is put in.
 */
export const chooseSignature = (assignments: Assignments, mail: MailAsked, isPublished: IsPublished): Choice => {
  const trace: Tried[] = [];
  for (const rule of assignments.rules) {
    const missed = whyNot(rule, mail, isPublished);
    trace.push({ ruleId: rule.id, name: rule.name, missed });
    if (missed === null) return { outcome: rule.outcome, trace };
  }
  const { otherwise } = assignments;
  const missed = isGiven(otherwise, isPublished) ? null : 'unpublished';
  trace.push({ ruleId: null, name: '', missed });
  return { outcome: missed === null ? otherwise : { kind: 'none' }, trace };
};

/** In the order in which an admin would look for the reason; null: nothing speaks against it. */
const whyNot = (rule: AssignmentRule, mail: MailAsked, isPublished: IsPublished): Miss | null => {
  if (!rule.enabled) return 'off';
  const missed = reasons.find(([, matches]) => !matches(rule, mail));
  if (missed !== undefined) return missed[0];
  return isGiven(rule.outcome, isPublished) ? null : 'unpublished';
};

const isGiven = (outcome: AssignmentOutcome, isPublished: IsPublished): boolean =>
  outcome.kind !== 'signature' || isPublished(outcome.signatureId);

type Matches = (rule: AssignmentRule, mail: MailAsked) => boolean;

const isForPerson: Matches = ({ people, groups, units }, { teammateId, person }) =>
  people.length + groups.length + units.length === 0 ||
  people.some(({ id }) => id === teammateId) ||
  groups.some(({ id }) => person.groups.has(id)) ||
  units.some(({ id }) => person.units.has(id));

const isFromMailbox: Matches = ({ mailboxes }, { from, ownAddresses }) => {
  const sender = (from ?? ownAddresses[0] ?? '').trim().toLowerCase();
  return mailboxes.length === 0 || mailboxes.some((address) => address.toLowerCase() === sender);
};

const isToAddressees: Matches = ({ recipients, addressees = [] }, { recipients: known, addressed = [] }) =>
  (recipients === 'any' || recipients === known) &&
  (addressees.length === 0 || addressees.some((one) => addressed.includes(one)));

const isInSeason: Matches = ({ from, until, timeZone }, { person }) => {
  if (from === null && until === null) return true;
  const date = person.today.date(timeZone);
  return (from === null || from <= date) && (until === null || date <= until);
};

const reasons: readonly (readonly [Miss, Matches])[] = [
  ['person', isForPerson],
  ['condition', ({ condition }, { person }) => holds(condition, person)],
  ['composeType', ({ composeTypes }, mail) => composeTypes.length === 0 || composeTypes.includes(mail.composeType)],
  ['mailbox', isFromMailbox],
  ['recipients', isToAddressees],
  ['date', isInSeason],
];
