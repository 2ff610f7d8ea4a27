import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import { addresseesNamed, signaturesNamed, type Assignments } from '../../domain/assignment/assignment.ts';
import { choosable } from '../../domain/assignment/choosable.ts';
import { chooseSignature, type Choice, type Tried } from '../../domain/assignment/chooseSignature.ts';
import type { DesignPerson } from '../../domain/design/designPerson.ts';
import type { Signature } from '../../domain/design/signature.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { readPerson } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { localToday, type Days } from './localToday.ts';

/** One mail that a teammate writes. */
export interface MailWritten {
  readonly teammate: Teammate;
  readonly composeType: ComposeType;
  /** Address in From; null: their own. */
  readonly from: string | null;
  /** Null where nobody knows. */
  readonly recipients: 'internal' | 'external' | null;
  /** Of those that rules name. Left out: none that is known. */
  readonly addressed?: readonly string[];
  /** Local date; null: today. */
  readonly date: string | null;
}

/** What the tenant chose for mail from the mailbox of another teammate, where that counted. */
export interface OtherMailbox {
  readonly setting: 'theirs' | 'none';
  readonly owner: Teammate;
  /** The writer's own rules, of which none decided because of it. */
  readonly passedOver: Choice['trace'];
}

export interface Decided {
  /** For whose signature it is: of the mailbox's owner with `theirs`, and of nobody with `none`. */
  readonly choice: Choice;
  /** Null: the writer's rules decided. */
  readonly otherMailbox: OtherMailbox | null;
  /** What may be chosen by hand; empty where nobody asked for that. */
  readonly also: readonly string[];
  /** Signatures that it may be about, by their ids. */
  readonly found: ReadonlyMap<string, Signature>;
  /** Whose signature it is. */
  readonly signer: Teammate;
  readonly person: DesignPerson;
  /** Whether another signature may come once it is known who is addressed. */
  readonly asksRecipients: boolean;
  /** Domains that count as colleagues too, beside the tenant's own. */
  readonly insideDomains: readonly string[];
  /** Whom rules name: another signature may come once it is known that one of them is addressed. */
  readonly addressees: readonly string[];
  /** The days that were asked for so far. */
  readonly days: Days;
}

/** `withAlso`: what may be chosen by hand is looked for too. Every mail asks, and hardly any for that. */
interface Looking {
  readonly withAlso: boolean;
}

/**
 * Whose rules say what somebody gets in a mail, and what they say. Where they write from another teammate's mailbox, a
 * rule about that mailbox goes before the tenant's choice whose signature it then is; what is known of the mailbox is at
 * hand for both. An address nobody knows (an alias, an X500 name) is the person's own.
 */
export const decideForMail = async (
  desk: RenderDesk,
  tenantId: string,
  { withAlso, ...mail }: MailWritten & Looking,
): Promise<Decided> => {
  const { value: assignments } = await desk.repositories.assignments.get(tenantId);
  const today = localToday(desk.clock, mail.date);
  const owner = await otherOwner(desk, tenantId, mail);
  // Of a forwarded meeting Outlook names the organizer as From (office-js #3528), who writes nothing at all.
  const mailbox = mail.composeType === 'forward' ? null : owner;
  const mine = await decideAs(desk, tenantId, { assignments, mail, mailbox, today, withAlso });
  const { otherMailbox = 'mine' } = assignments;
  if (mailbox === null || otherMailbox === 'mine' || isAboutMailbox(assignments, mine.choice)) return mine;
  const instead = { setting: otherMailbox, owner: mailbox, passedOver: mine.choice.trace.map(asPassedOver) };
  if (otherMailbox === 'none') return { ...mine, choice: noChoice, also: [], otherMailbox: instead };
  const theirs = { ...mail, teammate: mailbox, from: null };
  const decided = await decideAs(desk, tenantId, { assignments, mail: theirs, mailbox: null, today, withAlso });
  return { ...decided, otherMailbox: instead };
};

const asPassedOver = (tried: Tried): Tried => (tried.missed === null ? { ...tried, missed: 'otherMailbox' } : tried);

const noChoice: Choice = { outcome: { kind: 'none' }, trace: [] };

const isAboutMailbox = ({ rules }: Assignments, { trace }: Choice): boolean =>
  rules.some(({ id, mailboxes }) => id === trace.at(-1)?.ruleId && mailboxes.length > 0);

/** The other teammate whose mailbox a mail is written from; null where it is the writer's own, or nobody's we know. */
const otherOwner = async (
  { repositories }: RenderDesk,
  tenantId: string,
  { teammate, from }: MailWritten,
): Promise<Teammate | null> => {
  if (from === null || from === '' || ownAddressesOf(teammate).includes(from.trim().toLowerCase())) return null;
  const owner = await repositories.teammates.findByAddress(tenantId, from);
  return owner === null || owner.id === teammate.id ? null : owner;
};

interface Writing extends Looking {
  readonly assignments: Assignments;
  readonly mail: MailWritten;
  /** The other teammate whose mailbox it is; null: their own, or nobody's we know. */
  readonly mailbox: Teammate | null;
  /** The same for every choice that is made for a mail, so that it knows all days that were asked for. */
  readonly today: ReturnType<typeof localToday>;
}

const decideAs = async (desk: RenderDesk, tenantId: string, writing: Writing): Promise<Decided> => {
  const { assignments, mail, mailbox, today, withAlso } = writing;
  const found = await readSignatures(desk, tenantId, writing);
  const designs = [...found.values()].flatMap(({ published }) => (published === null ? [] : [published.design]));
  const person = await readPerson(desk, tenantId, {
    teammate: mail.teammate,
    mailbox,
    today,
    asked: askedContainers(assignments, designs),
  });
  const asked = askedOf(mail, person);
  const isPublished = (id: string): boolean => (found.get(id)?.published ?? null) !== null;
  return {
    choice: chooseSignature(assignments, asked, isPublished),
    otherMailbox: null,
    also: withAlso ? choosable(assignments, asked, isPublished) : [],
    found,
    signer: mail.teammate,
    person,
    asksRecipients: assignments.rules.some(({ enabled, recipients }) => enabled && recipients !== 'any'),
    insideDomains: assignments.insideDomains ?? [],
    addressees: addresseesNamed(assignments),
    days: today.told,
  };
};

/** Those that rules name and that are there. */
const readSignatures = async (
  { repositories: { signatures } }: RenderDesk,
  tenantId: string,
  { assignments: { rules, otherwise, also }, withAlso }: Writing,
): Promise<ReadonlyMap<string, Signature>> => {
  const named = [...rules, { outcome: otherwise, also }];
  const ids = new Set(named.flatMap((each) => signaturesNamed(withAlso ? each : { outcome: each.outcome })));
  const found = await Promise.all([...ids].map((id) => signatures.get(tenantId, id)));
  return new Map(found.flatMap((each) => (each === null ? [] : [[each.value.id, each.value] as const])));
};

const askedOf = ({ teammate, composeType, from, recipients, addressed = [] }: MailWritten, person: DesignPerson) => ({
  teammateId: teammate.id,
  person,
  composeType,
  from,
  recipients,
  addressed,
  ownAddresses: ownAddressesOf(teammate),
});

const ownAddressesOf = ({ profile: { mail, userPrincipalName } }: Teammate): readonly string[] =>
  [mail, userPrincipalName].filter((address) => address !== null).map((address) => address.toLowerCase());
