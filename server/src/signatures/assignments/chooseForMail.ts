import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import type { Assignments } from '../../domain/assignment/assignment.ts';
import { chooseSignature, type Choice, type Tried } from '../../domain/assignment/chooseSignature.ts';
import type { DesignPerson } from '../../domain/design/designPerson.ts';
import type { Rendered } from '../../domain/design/render/renderComposition.ts';
import type { Signature } from '../../domain/design/signature.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { renderBuiltIn } from '../rendering/renderBuiltIn.ts';
import { localToday, type Days } from './localToday.ts';
import { openPublished } from '../designs/openPublished.ts';
import { readPerson } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

/** One mail that a teammate writes. */
export interface MailOf {
  readonly teammate: Teammate;
  readonly composeType: ComposeType;
  /** Address in From; null: their own. */
  readonly from: string | null;
  /** Null where nobody knows. */
  readonly recipients: 'internal' | 'external' | null;
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

export interface ChosenSignature {
  /** For whose signature it is: of the mailbox's owner with `theirs`, and of nobody with `none`. */
  readonly choice: Choice;
  /** Null: the writer's rules decided. */
  readonly otherMailbox: OtherMailbox | null;
  /** Null where it is the built-in one, or none. */
  readonly signature: Signature | null;
  readonly rendered: Rendered;
  /** Whose signature it is. */
  readonly signer: Teammate;
  /** Whether another signature may come once it is known who is addressed. */
  readonly asksRecipients: boolean;
  /** The days it was made for, where the choice or the design asked what day it is. */
  readonly days: Days;
}

/**
 * The signature somebody gets in a mail: the first rule that matches says which, and it is rendered with today's values.
 * Where they write from another teammate's mailbox, a rule about that mailbox goes before the tenant's choice whose
 * signature it then is; what is known of the mailbox is at hand for both. An address nobody knows (an alias, an X500 name) is the person's own.
 * Throws TemplateError where the design cannot be rendered for this person.
 */
export const chooseForMail = async (desk: RenderDesk, tenantId: string, mail: MailOf): Promise<ChosenSignature> => {
  const { value: assignments } = await desk.repositories.assignments.get(tenantId);
  const today = localToday(desk.clock, mail.date);
  const owner = await otherOwner(desk, tenantId, mail);
  // Of a forwarded meeting Outlook names the organizer as From (office-js #3528), who writes nothing at all.
  const mailbox = mail.composeType === 'forward' ? null : owner;
  const mine = await chooseAs(desk, tenantId, { assignments, mail, mailbox, today });
  const { otherMailbox = 'mine' } = assignments;
  if (mailbox === null || otherMailbox === 'mine' || isAboutMailbox(assignments, mine.choice)) return mine;
  const instead = { setting: otherMailbox, owner: mailbox, passedOver: mine.choice.trace.map(asPassedOver) };
  if (otherMailbox === 'none')
    return { ...mine, choice: noChoice, otherMailbox: instead, signature: null, rendered: nothing };
  const theirs = { ...mail, teammate: mailbox, from: null };
  const chosen = await chooseAs(desk, tenantId, { assignments, mail: theirs, mailbox: null, today });
  return { ...chosen, otherMailbox: instead };
};

const asPassedOver = (tried: Tried): Tried => (tried.missed === null ? { ...tried, missed: 'otherMailbox' } : tried);

const noChoice: Choice = { outcome: { kind: 'none' }, trace: [] };

const isAboutMailbox = ({ rules }: Assignments, { trace }: Choice): boolean =>
  rules.some(({ id, mailboxes }) => id === trace.at(-1)?.ruleId && mailboxes.length > 0);

/** The other teammate whose mailbox a mail is written from; null where it is the writer's own, or nobody's we know. */
const otherOwner = async (
  { repositories }: RenderDesk,
  tenantId: string,
  { teammate, from }: MailOf,
): Promise<Teammate | null> => {
  if (from === null || from === '' || ownAddressesOf(teammate).includes(from.trim().toLowerCase())) return null;
  const owner = await repositories.teammates.findByAddress(tenantId, from);
  return owner === null || owner.id === teammate.id ? null : owner;
};

interface Writing {
  readonly assignments: Assignments;
  readonly mail: MailOf;
  /** The other teammate whose mailbox it is; null: their own, or nobody's we know. */
  readonly mailbox: Teammate | null;
  /** The same for every choice that is made for a mail, so that it knows all days that were asked for. */
  readonly today: ReturnType<typeof localToday>;
}

const chooseAs = async (
  desk: RenderDesk,
  tenantId: string,
  { assignments, mail, mailbox, today }: Writing,
): Promise<ChosenSignature> => {
  const found = await readSignatures(desk, tenantId, assignments);
  const designs = [...found.values()].flatMap(({ published }) => (published === null ? [] : [published.design]));
  const person = await readPerson(desk, tenantId, {
    teammate: mail.teammate,
    mailbox,
    today,
    asked: askedContainers(assignments, designs),
  });
  const choice = chooseSignature(
    assignments,
    askedOf(mail, person),
    (id) => (found.get(id)?.published ?? null) !== null,
  );
  return {
    choice,
    otherMailbox: null,
    signer: mail.teammate,
    asksRecipients: assignments.rules.some(({ enabled, recipients }) => enabled && recipients !== 'any'),
    ...(await render(desk, tenantId, { choice, found, person, mail })),
    days: today.told,
  };
};

/** Those that rules name and that are there. */
const readSignatures = async (
  { repositories: { signatures } }: RenderDesk,
  tenantId: string,
  { rules, otherwise }: Assignments,
): Promise<ReadonlyMap<string, Signature>> => {
  const named = [...rules.map(({ outcome }) => outcome), otherwise];
  const ids = new Set(named.flatMap((outcome) => (outcome.kind === 'signature' ? [outcome.signatureId] : [])));
  const found = await Promise.all([...ids].map((id) => signatures.get(tenantId, id)));
  return new Map(found.flatMap((each) => (each === null ? [] : [[each.value.id, each.value] as const])));
};

const askedOf = ({ teammate, composeType, from, recipients }: MailOf, person: DesignPerson) => ({
  teammateId: teammate.id,
  person,
  composeType,
  from,
  recipients,
  ownAddresses: ownAddressesOf(teammate),
});

const ownAddressesOf = ({ profile: { mail, userPrincipalName } }: Teammate): readonly string[] =>
  [mail, userPrincipalName].filter((address) => address !== null).map((address) => address.toLowerCase());

interface Chosen {
  readonly choice: Choice;
  readonly found: ReadonlyMap<string, Signature>;
  readonly person: DesignPerson;
  readonly mail: MailOf;
}

const nothing: Rendered = { html: '', text: '', ghosts: [] };

const render = async (
  desk: RenderDesk,
  tenantId: string,
  { choice: { outcome }, found, person, mail: { composeType } }: Chosen,
): Promise<Pick<ChosenSignature, 'signature' | 'rendered'>> => {
  if (outcome.kind === 'builtIn') return { signature: null, rendered: renderBuiltIn(composeType, person) };
  const signature = outcome.kind === 'signature' ? (found.get(outcome.signatureId) ?? null) : null;
  const published = signature?.published ?? null;
  if (signature === null || published === null) return { signature: null, rendered: nothing };
  const renderFor = await openPublished(desk, tenantId, { signatureId: signature.id, published });
  return { signature, rendered: renderFor(composeType, person) };
};
