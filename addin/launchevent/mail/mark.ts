import { askOffice, tellOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';
import type { Composing } from './composing.ts';

/**
 * What we did in the mail being written. It is kept with the compose session: a draft that is opened again has none, and
 * neither has a mail that only looks new (Resend, a preview).
 */
export interface Mark {
  /** Of the signature of ours that stands in it; empty: we looked, and there was none to put in. */
  readonly hash: string;
  readonly from: string;
  readonly recipients: Composing['recipients'];
}

const MARK = 'undersign';
const INSERTED = 'undersign.inserted';

function parseMark(text: string): Mark | null {
  const [hash, recipients, ...from] = text.split(' ');
  if (hash === undefined || recipients === undefined || from.length === 0) return null;
  const isKnown = recipients === 'internal' || recipients === 'external';
  return { hash: hash === '-' ? '' : hash, recipients: isKnown ? recipients : null, from: from.join(' ') };
}

export async function readMark(item: ComposeItem): Promise<Mark | null> {
  return parseMark(await askOffice<string>((done) => item.sessionData.getAsync(MARK, done), ''));
}

const keep = (item: ComposeItem, name: string, value: string): Promise<void> =>
  tellOffice((done) => item.sessionData.setAsync(name, value, done)).catch(() => undefined);

/** Never rejects: clients without session data go without. */
export const writeMark = (item: ComposeItem, { hash, recipients, from }: Mark): Promise<void> =>
  keep(item, MARK, `${hash || '-'} ${recipients ?? '-'} ${from}`);

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const readBodyText = async (item: ComposeItem): Promise<string> =>
  squeeze(await askOffice<string>((done) => item.body.getAsync(Office.CoercionType.Text, done), ''));

/** Whether `text` stands in the body, whatever the client made of its white space. Empty text never does. */
export async function bodyHolds(item: ComposeItem, text: string): Promise<boolean> {
  const wanted = squeeze(text);
  return wanted !== '' && (await readBodyText(item)).indexOf(wanted) >= 0;
}

/** What is in `after` and not in `before`: the signature as this client shows it as text. Exported for its test. */
export function addedText(before: string, after: string): string {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return after.slice(start, after.length - end);
}

/**
 * Remembers how what was just put in reads, so that {@link isUntouched} can tell. `before` is the text of the body until
 * then.
 */
export async function keepInserted(item: ComposeItem, before: string): Promise<void> {
  await keep(item, INSERTED, addedText(before, await readBodyText(item)));
}

/** False when the person has written into what we put in, and where nobody can tell. */
export async function isUntouched(item: ComposeItem): Promise<boolean> {
  const inserted = await askOffice<string>((done) => item.sessionData.getAsync(INSERTED, done), '');
  return bodyHolds(item, inserted);
}
