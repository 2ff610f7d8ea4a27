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
  /** For whom it was put in; `chosen`: the person chose it by hand for this mail, whoever is addressed. */
  readonly recipients: Composing['recipients'];
}

/** Whether two say the same; null: none. */
export const isSameMark = (one: Mark | null, other: Mark | null): boolean =>
  one?.hash === other?.hash && one?.from === other?.from && one?.recipients === other?.recipients;

/** Whether it says that a signature of ours stands in the mail. */
export const isOurs = (mark: Mark | null): mark is Mark => mark !== null && mark.hash !== '';

const MARK = 'undersign';
const INSERTED = 'undersign.inserted';

function parseMark(text: string): Mark | null {
  const [hash, recipients, ...from] = text.split(' ');
  if (hash === undefined || recipients === undefined || from.length === 0) return null;
  return { hash: hash === '-' ? '' : hash, recipients: recipients === '-' ? null : recipients, from: from.join(' ') };
}

export async function readMark(item: ComposeItem): Promise<Mark | null> {
  return parseMark(await askOffice<string>((done) => item.sessionData.getAsync(MARK, done), ''));
}

const keep = (item: ComposeItem, name: string, value: string): Promise<void> =>
  tellOffice((done) => item.sessionData.setAsync(name, value, done)).catch(() => undefined);

/** Never rejects: clients without session data go without. */
export const writeMark = (item: ComposeItem, { hash, recipients, from }: Mark): Promise<void> =>
  keep(item, MARK, `${hash || '-'} ${recipients ?? '-'} ${from}`);

/** What parts words of two directions in plain text stands in no HTML. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const squeeze = (text: string): string => text.replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();

/** Shorter texts may stand in a mail by chance. */
const RECOGNIZABLE = 12;
export const isRecognizable = (text: string): boolean => text.length >= RECOGNIZABLE;

/** Null where Outlook does not tell. */
const askBodyText = (item: ComposeItem): Promise<string | null> =>
  askOffice<string | null>((done) => item.body.getAsync(Office.CoercionType.Text, done), null);

const readBodyText = async (item: ComposeItem): Promise<string> => squeeze((await askBodyText(item)) ?? '');

/** Whether `text` stands in the body, whatever the client made of its white space. Empty text never does. */
export async function bodyHolds(item: ComposeItem, text: string): Promise<boolean> {
  const wanted = squeeze(text);
  return wanted !== '' && (await readBodyText(item)).indexOf(wanted) >= 0;
}

/** The body before and after something was put in, and what of ours stood there before. */
interface Change {
  readonly before: string;
  readonly after: string;
  readonly old: string;
}

/** In the place of ours, which stands above what is quoted; null where that was not to be found. */
function replacedText({ before, after, old }: Change): string | null {
  const at = old === '' ? -1 : before.indexOf(old);
  const [ahead, behind] = [before.slice(0, at), before.slice(at + old.length)];
  const isThere = at >= 0 && after.length >= ahead.length + behind.length;
  if (!isThere || !after.startsWith(ahead) || !after.endsWith(behind)) return null;
  return after.slice(ahead.length, after.length - behind.length);
}

/** What is in `after` and not in `before`: the signature as this client shows it as text. */
function addedText(change: Change): string {
  const replaced = replacedText(change);
  if (replaced !== null) return replaced.trim();
  const { before, after } = change;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return after.slice(start, after.length - end).trim();
}

/** Tells bodies apart. Session data is small, and what people write has no place in it. */
function digest(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 4_294_967_291;
  return `${text.length}.${sum.toString(36)}`;
}

const countOf = (text: string, words: string): number => (words === '' ? 0 : text.split(words).length - 1);

interface Inserted {
  readonly words: string;
  /** Of the body in which nothing new showed yet; else nothing that a body has. */
  readonly unchanged: string;
  /** What stood there before and may still be how it reads: empty where that is known to be otherwise. */
  readonly old: string;
  /** How often it did, with what is quoted. */
  readonly times: number;
}

function splitFirst(text: string): readonly [string, string] {
  const [first = '', ...rest] = text.split(' ');
  return [first, rest.join(' ')];
}

async function readInserted(item: ComposeItem): Promise<Inserted> {
  const text = await askOffice<string>((done) => item.sessionData.getAsync(INSERTED, done), '');
  const [own = '', before = ''] = text.split('\n');
  const [unchanged, words] = splitFirst(own);
  const [times, old] = splitFirst(before);
  return { words, unchanged, old, times: Number(times) };
}

const holdsOld = ({ old, times }: Inserted, body: string): boolean => old !== '' && countOf(body, old) >= times;

/** A body before something is put in. */
export type Before = Pick<Change, 'before' | 'old'>;

export async function readBefore(item: ComposeItem): Promise<Before> {
  const [before, inserted] = await Promise.all([readBodyText(item), readInserted(item)]);
  return { before, old: holdsOld(inserted, before) ? inserted.old : inserted.words };
}

/**
 * Remembers how what was just put in reads, so that {@link isUntouched} can tell: by its own words where the client shows
 * them as they are, else by what is new in the body. Where nothing is, classic Outlook shows the body from before for a
 * while (office-js #3104, #5847), or this one reads like the one it replaces: then by its own words, by that body, and by
 * what it replaces. That is no sign where it is part of its own words, which may be written into elsewhere.
 */
export async function keepInserted(item: ComposeItem, words: string, before: Before): Promise<void> {
  const after = await readBodyText(item);
  const own = squeeze(words);
  const { old } = before;
  const isShown = own !== '' && after.indexOf(own) >= 0;
  const isUnchanged = !isShown && after === before.before;
  const inserted = isShown || isUnchanged ? own : addedText({ ...before, after });
  const times = isUnchanged && own.indexOf(old) < 0 ? countOf(after, old) : 0;
  const remembered = `${isUnchanged ? digest(after) : '-'} ${inserted}`;
  await keep(item, INSERTED, times > 0 ? `${remembered}\n${times} ${old}` : remembered);
}

/** False when the person has written into what we put in, and where nobody can tell. */
export async function isUntouched(item: ComposeItem): Promise<boolean> {
  const [inserted, text] = await Promise.all([readInserted(item), askBodyText(item)]);
  if (text === null) return false;
  const body = squeeze(text);
  return countOf(body, inserted.words) > 0 || holdsOld(inserted, body) || digest(body) === inserted.unchanged;
}

/**
 * Whether what we put in stands in the body, also where this client shows it in other words or the person has written into
 * it: by its text, by how it read when it was put in, or by any line of it. A taken-out one has left none of them.
 */
export async function holdsInserted(item: ComposeItem, text: string): Promise<boolean> {
  const [inserted, body] = await Promise.all([readInserted(item), readBodyText(item)]);
  const signs = [...text.split('\n').map(squeeze), inserted.words].filter(isRecognizable);
  const isThere = [squeeze(text), ...signs].some((words) => countOf(body, words) > 0);
  return isThere || (isRecognizable(inserted.old) && holdsOld(inserted, body));
}
