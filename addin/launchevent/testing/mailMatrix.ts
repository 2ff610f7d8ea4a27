import type { RowOf } from './pairwise.ts';

/** What makes a difference to what becomes of a mail. */
export const mailFactors = {
  place: ['message classic', 'message web', 'message phone', 'appointment classic', 'appointment web'],
  composeType: ['newMail', 'reply', 'forward'],
  format: ['html', 'text'],
  /** `window`: this client can only sign in through one; `none`: says that it can, and cannot; `silent`: never answers. */
  signIn: ['nested', 'window', 'none', 'silent'],
  /** `slow` answers after three seconds, `late` after a minute. */
  api: ['up', 'slow', 'late', 'gone', '401', '403', '429', '500', 'down'],
  /** What this client was given before. */
  known: ['nothing', 'current', 'older'],
  from: ['stays', 'to shared', 'there and back'],
  /** The signature of the shared mailbox, and whether Outlook takes out what stands in the mail when From is changed. */
  shared: ['another', 'the same', 'another, cleared', 'the same, cleared'],
  events: ['one', 'two at once'],
  access: ['write', 'read only'],
  /** What stands in it when it is opened: for a new mail, one that is sent again. */
  body: ['empty', 'holds current', 'holds older'],
} as const;

export type MailCase = RowOf<typeof mailFactors>;

export const isAppointment = (place: MailCase['place'] | undefined): boolean => place?.startsWith('app') === true;

/** Appointments are never answers, and Outlook raises no event when somebody else organizes them. */
export const isPossibleCase = ({ place, composeType = 'newMail', from = 'stays' }: Partial<MailCase>): boolean =>
  !isAppointment(place) || (composeType === 'newMail' && from === 'stays');

export const hasSame = ({ shared }: Pick<MailCase, 'shared'>): boolean => shared.startsWith('the same');
export const isCleared = ({ shared }: Pick<MailCase, 'shared'>): boolean => shared.endsWith('cleared');

const own = 'noor@undersign.example';
const shared = 'sales@undersign.example';

export type Sender = 'own' | 'shared';
export const addresses: Readonly<Record<Sender, string>> = { own, shared };

const signature = (hash: string, text: string) => ({ hash, html: `<p>${text}</p>`, text });

/** By whom and how old; the texts are such that none is part of another. */
export const signatures = {
  own: {
    current: signature('own-current', 'Noor van Dijk, Head of Design'),
    older: signature('own-older', 'Noor van Dijk, Designer'),
  },
  shared: {
    current: signature('shared-current', 'The sales desk, open till six'),
    older: signature('shared-older', 'The sales desk, open till five'),
  },
} as const;

export type Age = 'current' | 'older';
