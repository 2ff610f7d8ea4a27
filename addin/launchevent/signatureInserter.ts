import { askOffice, tellOffice } from './callOffice.ts';
import { readSender, type ComposeItem, type Composing } from './composing.ts';
import type { KnownSignature } from './signatureCache.ts';

/** Outlook refuses longer ones; the library's own check is laxer than the host's (reference/outlook.md §1.4). */
const MAX_CHARACTERS = 30_000;
const MARK = 'undersign';
/** Shorter texts may stand in a mail by chance. */
const RECOGNIZABLE = 12;

/** What stands in the mail already. */
export interface Surroundings {
  /** Hash of the signature of ours that is in it. The mark travels with the mail being written. */
  readonly mark: string | null;
  readonly isClientSignatureOn: boolean;
}

/** The surroundings in the turn of one event; `isLate` once that turn is over. */
type Turn = Surroundings & { readonly isLate: () => boolean };

/** Puts signatures into one mail, each content at most once. Nothing here rejects. */
export interface SignatureInserter {
  /** Whether ours is in the mail now. */
  readonly insert: (signature: KnownSignature, turn: Turn) => Promise<boolean>;
  /** Takes out what we put in earlier; leaves alone what we did not. */
  readonly clear: (turn: Turn) => Promise<void>;
  /** False when From was changed meanwhile: then another event has come for the new sender, and this one is too late. */
  readonly isStillSender: () => Promise<boolean>;
}

/** What the body of this format can take, or null. */
export function contentFor(format: Composing['format'], signature: KnownSignature): string | null {
  const content = format === 'html' ? signature.html : signature.text;
  return content && content.length <= MAX_CHARACTERS ? content : null;
}

/**
 * Mobile cannot tell whether Outlook's own signature is on, so there it counts as on. Elsewhere we ask: on classic
 * Windows switching it off changes the account's settings for good.
 */
async function readClientSignature(item: ComposeItem): Promise<boolean> {
  const canAsk = typeof item.isClientSignatureEnabledAsync === 'function';
  return canAsk ? askOffice<boolean>((done) => item.isClientSignatureEnabledAsync(done), false) : true;
}

/** In one round trip with what else is asked of Outlook. */
export async function readSurroundings(item: ComposeItem): Promise<Surroundings> {
  const [mark, isClientSignatureOn] = await Promise.all([
    askOffice<string>((done) => item.sessionData.getAsync(MARK, done), ''),
    readClientSignature(item),
  ]);
  return { mark: mark || null, isClientSignatureOn };
}

function write(item: ComposeItem, composing: Composing, content: string): Promise<void> {
  const coercionType = composing.format === 'html' ? Office.CoercionType.Html : Office.CoercionType.Text;
  if (composing.placement === 'prepend') {
    return tellOffice((done) => item.body.prependAsync(content, { coercionType }, done));
  }
  return tellOffice((done) => item.body.setSignatureAsync(content, { coercionType }, done));
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A mail that is sent again, or opened in the Outbox, raises the event of a new one (office-js #3862, #4301) with our
 * signature in its body and without the mark.
 */
async function holdsAlready(item: ComposeItem, composing: Composing, { text }: KnownSignature): Promise<boolean> {
  const wanted = squeeze(text ?? '');
  if (composing.composeType !== 'newMail' || wanted.length < RECOGNIZABLE) return false;
  const body = await askOffice<string>((done) => item.body.getAsync(Office.CoercionType.Text, done), '');
  return squeeze(body).indexOf(wanted) >= 0;
}

const setMark = (item: ComposeItem, mark: string): Promise<void> =>
  tellOffice((done) => item.sessionData.setAsync(MARK, mark, done)).catch(() => undefined);

/** `isOver` stops a late answer from changing a mail Outlook believes we are done with. */
export function openInserter(item: ComposeItem, composing: Composing, isOver: () => boolean): SignatureInserter {
  const mayNot = ({ isLate }: Turn): boolean => isOver() || isLate();

  /** Outlook's own signature goes only once ours was accepted: for some clients it is gone for good. */
  const put = async (content: string, mark: string, turn: Turn): Promise<boolean> => {
    if (mayNot(turn)) return false;
    await write(item, composing, content);
    const switchOff = content !== '' && turn.isClientSignatureOn && !mayNot(turn);
    await Promise.all([
      setMark(item, mark),
      switchOff ? tellOffice((done) => item.disableClientSignatureAsync(done)).catch(() => undefined) : null,
    ]);
    return true;
  };

  return {
    insert: async (signature, turn) => {
      const content = contentFor(composing.format, signature);
      if (content === null) return false;
      if (turn.mark !== null) {
        // A second one would be added to the first where nothing can be replaced (office-js #2038).
        if (turn.mark === signature.hash || !composing.isReplaceable) return true;
      } else if (await holdsAlready(item, composing, signature)) {
        await setMark(item, signature.hash);
        return true;
      }
      return put(content, signature.hash, turn).catch(() => false);
    },
    clear: async (turn) => {
      if (turn.mark !== null && composing.isReplaceable) await put('', '', turn).catch(() => undefined);
    },
    isStillSender: async () => (await readSender(item)) === composing.from,
  };
}
