import { hasSame, isAppointment, isCleared, type Age, type MailCase, type Sender } from './mailMatrix.ts';

/** What must have become of a mail, and how long Outlook may have been kept. */
export interface ExpectedMail {
  /** Signatures that stand in it, such as `own current`. */
  readonly holds: readonly string[];
  readonly isClientSignatureOff: boolean;
  readonly isTold: boolean;
  /** For each round of events when the last of them is done: at this very moment, or by then. Milliseconds. */
  readonly done: readonly { readonly at: number; readonly isExact: boolean }[];
}

interface Reply {
  readonly at: number;
  readonly says: 'good' | 'gone' | 'refused' | 'nothing';
}

const replies: Readonly<Record<MailCase['api'], Reply>> = {
  up: { at: 0, says: 'good' },
  slow: { at: 3000, says: 'good' },
  late: { at: 60_000, says: 'good' },
  gone: { at: 0, says: 'gone' },
  401: { at: 0, says: 'refused' },
  403: { at: 0, says: 'refused' },
  // Tried again after 1, 3, 7 and 15 seconds.
  429: { at: 15_000, says: 'nothing' },
  500: { at: 0, says: 'nothing' },
  down: { at: 0, says: 'nothing' },
};

function replyTo({ signIn, api }: MailCase): Reply {
  switch (signIn) {
    case 'nested':
      return replies[api];
    case 'window':
    case 'none':
      return { at: 0, says: 'refused' };
    case 'silent':
      return { at: Number.POSITIVE_INFINITY, says: 'nothing' };
  }
}

/** Plain text and appointments on the web only ever get longer. */
const isReplaceable = ({ place, format }: MailCase): boolean =>
  !place.endsWith('web') || (format === 'html' && !isAppointment(place));

type Moment = ExpectedMail['done'][number];

/** A mail on its way, in words of what a person wants: no code of the handler is in here. */
interface Mail {
  readonly row: MailCase;
  readonly reply: Reply;
  readonly known: Record<Sender, Age | null>;
  /** What stood in it when it was opened. */
  readonly stood: Age | null;
  standing: string | null;
  /** What was put in, or found, last; Outlook may have taken it out. */
  last: string | null;
  /** The words in it were found to be ours. */
  isRecognized: boolean;
  dealtWithFor: Sender | null;
  isClientSignatureOff: boolean;
  isTold: boolean;
}

function openMail(row: MailCase): Mail {
  const known = row.known === 'nothing' ? null : row.known;
  return {
    row,
    reply: replyTo(row),
    known: { own: known, shared: known },
    stood: row.body === 'empty' ? null : (row.body.slice('holds '.length) as Age),
    standing: null,
    last: null,
    isRecognized: false,
    dealtWithFor: null,
    isClientSignatureOff: false,
    isTold: false,
  };
}

/** As it is called among those that may stand in a mail. */
const nameOf = ({ row }: Mail, sender: Sender, age: Age): string => `${hasSame(row) ? 'own' : sender} ${age}`;

/** A new mail that shows our words already is one that is sent again. */
const isSentAgain = ({ row, stood, dealtWithFor }: Mail, sender: Sender, age: Age): boolean =>
  dealtWithFor === null && row.composeType === 'newMail' && sender === 'own' && stood === age;

/** It is sent again, and the other sender has the very signature whose words are in it. */
const isSameAgain = (mail: Mail, sender: Sender, age: Age | null): boolean =>
  mail.row.composeType === 'newMail' &&
  mail.standing === null &&
  age !== null &&
  nameOf(mail, sender, age) === mail.last &&
  mail.last === `own ${mail.stood ?? ''}`;

/** Something of ours is in it, and nothing can take its place. */
const isFull = ({ row, standing, isRecognized }: Mail): boolean =>
  (standing !== null || isRecognized) && !isReplaceable(row);

function put(mail: Mail, sender: Sender, age: Age): void {
  const isAgain = isSentAgain(mail, sender, age);
  const isThere = isAgain || isSameAgain(mail, sender, age);
  if (mail.row.access === 'read only' && !isThere) return;
  const stays = isThere || isFull(mail);
  mail.isRecognized ||= isAgain;
  mail.dealtWithFor = sender;
  if (!stays || isAgain) mail.last = nameOf(mail, sender, age);
  if (stays) return;
  mail.standing = mail.last;
  mail.isClientSignatureOff = true;
}

/** As soon as the mail is opened or its sender changed: what is known goes in, where it can be replaced. */
function begin(mail: Mail, sender: Sender): 'leave' | 'short' | 'long' {
  const age = mail.known[sender];
  if (mail.dealtWithFor === sender) return 'leave';
  // Else going back would be no change.
  if (mail.dealtWithFor !== null) mail.dealtWithFor = sender;
  if (age === null) return 'long';
  const isAgain = isSentAgain(mail, sender, age);
  if (isAgain || isReplaceable(mail.row)) put(mail, sender, age);
  if (isAgain) return 'leave';
  const isIn = mail.row.access === 'write' || isSameAgain(mail, sender, age);
  return !isReplaceable(mail.row) || isIn ? 'short' : 'long';
}

/** A sign-in would bring nothing into this mail, and the next one is no better off. */
const isHelpless = (mail: Mail, sender: Sender): boolean =>
  mail.row.signIn !== 'nested' &&
  (mail.standing !== null || isFull(mail) || isSameAgain(mail, sender, mail.known[sender]));

function end(mail: Mail, sender: Sender, isInTime: boolean): void {
  const { says } = mail.reply;
  const before = mail.known[sender];
  // Also what comes too late is kept.
  if (says === 'good') mail.known[sender] = 'current';
  if (says === 'gone') mail.known[sender] = null;
  const age = isInTime ? mail.known[sender] : before;
  if (says === 'gone' && isReplaceable(mail.row)) mail.standing = mail.last = null;
  if (age !== null) put(mail, sender, age);
  mail.isTold ||= says === 'refused' && !isHelpless(mail, sender);
}

function visit(mail: Mail, sender: Sender): Moment {
  const wait = begin(mail, sender);
  if (wait === 'leave') return { at: 0, isExact: true };
  const { at } = mail.reply;
  const isInTime = at < (wait === 'short' ? 2000 : 19_500);
  end(mail, sender, isInTime);
  return isInTime ? { at, isExact: true } : { at: wait === 'short' ? 2500 : 20_000, isExact: false };
}

function clear(mail: Mail): void {
  if (isCleared(mail.row) && isReplaceable(mail.row)) mail.standing = null;
}

function changeSender(mail: Mail): readonly Moment[] {
  switch (mail.row.from) {
    case 'stays':
      return [];
    case 'to shared':
      clear(mail);
      return [visit(mail, 'shared')];
    case 'there and back':
      clear(mail);
      // With an answer that takes time the person is back before it comes, and it changes nothing.
      if (mail.reply.at === 0) visit(mail, 'shared');
      else begin(mail, 'shared');
      clear(mail);
      return [visit(mail, 'own')];
  }
}

export function expectMail(row: MailCase): ExpectedMail {
  const mail = openMail(row);
  const done = [visit(mail, 'own'), ...changeSender(mail)];
  const { stood, standing, isClientSignatureOff, isTold } = mail;
  const holds = [stood === null ? null : `own ${stood}`, standing].filter((each) => each !== null);
  return { holds: holds.sort(), isClientSignatureOff, isTold, done };
}
