import { askOffice, tellOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';
import { isPhone, readSender, type Composing } from './composing.ts';
import { attachImages, dropImages, type MailPart } from './inlineImages.ts';
import {
  bodyHolds,
  holdsInserted,
  isOurs,
  isRecognizable,
  isSameMark,
  keepInserted,
  readBefore,
  readMark,
  writeMark,
  type Before,
  type Mark,
} from './mark.ts';
import type { KnownSignature } from '../server/signatureCache.ts';

/**
 * Outlook refuses longer ones; the library's own check is laxer than the host's.
 * https://learn.microsoft.com/office/dev/add-ins/outlook/limits-for-activation-and-javascript-api-for-outlook-add-ins
 */
const MAX_CHARACTERS = 30_000;

/** What stands in the mail already. */
export interface Surroundings {
  readonly mark: Mark | null;
  readonly isClientSignatureOn: boolean;
}

/** What holds in the turn of one event. */
type Turn = Surroundings &
  Pick<Mark, 'recipients'> & {
    /** Once that turn is over. */
    readonly isLate: () => boolean;
    /** Recipients may change it later, so that we have to tell our words from those of the person. */
    readonly mayChange: boolean;
  };

export interface InserterOptions {
  /** Stops a late answer from changing a mail Outlook believes we are done with. */
  readonly isOver: () => boolean;
  /** The person asked for it: also where it has been before. */
  readonly isByHand: boolean;
  /**
   * From is another than ours was put in for. Outlook may have taken it out by then, with its images, also where it is the
   * same for both (office-js #2211, #2334, #2695).
   */
  readonly isMoved: boolean;
}

/** As much of a signature as is put in. */
export type GivenSignature = Pick<KnownSignature, 'hash' | 'html' | 'text' | 'parts'>;

/** Puts signatures into one mail, each content at most once. Nothing here rejects. */
export interface SignatureInserter {
  /**
   * Whether this is a mail that is sent again, with this signature in it: it is left alone from then on, also when there
   * is a newer one by now.
   */
  readonly recognize: (signature: GivenSignature, turn: Surroundings & Pick<Mark, 'recipients'>) => Promise<boolean>;
  /** Whether ours is in the mail now. */
  readonly insert: (signature: GivenSignature, turn: Turn) => Promise<boolean>;
  /** Takes out what we put in earlier; leaves alone what we did not. */
  readonly clear: (turn: Turn) => Promise<void>;
  /** False once an image was refused: then the signature is to be asked for with images that stay on the server. */
  readonly canShowImages: () => boolean;
  /**
   * False when From is another by now, as far as Outlook tells. Where it was told before, another event has come for the new
   * sender, and this one is too late.
   */
  readonly isStillSender: () => Promise<boolean>;
}

/** The rules say that this mail gets none, which is not the same as one that cannot be put in. */
export const isNone = ({ html, text }: GivenSignature): boolean => !html && !text;

/** What the body of this format can take, or null. */
export function contentFor(format: Composing['format'], signature: GivenSignature): string | null {
  const content = format === 'html' ? signature.html : signature.text;
  return content && content.length <= MAX_CHARACTERS ? content : null;
}

/**
 * Mobile cannot tell whether Outlook's own signature is on, though its library has the call; so there it counts as on.
 * Elsewhere we ask: on classic Windows switching it off changes the account's settings for good.
 */
async function readClientSignature(item: ComposeItem): Promise<boolean> {
  const canAsk = !isPhone() && typeof item.isClientSignatureEnabledAsync === 'function';
  return canAsk ? askOffice<boolean>((done) => item.isClientSignatureEnabledAsync(done), false) : true;
}

/** In one round trip with what else is asked of Outlook. */
export async function readSurroundings(item: ComposeItem): Promise<Surroundings> {
  const [mark, isClientSignatureOn] = await Promise.all([readMark(item), readClientSignature(item)]);
  return { mark, isClientSignatureOn };
}

function write(item: ComposeItem, { format, placement }: Composing, content: string): Promise<void> {
  const coercionType = format === 'html' ? Office.CoercionType.Html : Office.CoercionType.Text;
  switch (placement) {
    case 'prepend':
      return tellOffice((done) => item.body.prependAsync(content, { coercionType }, done));
    case 'cursor':
      return tellOffice((done) => item.body.setSelectedDataAsync(content, { coercionType }, done));
    case 'signature':
      return tellOffice((done) => item.body.setSignatureAsync(content, { coercionType }, done));
  }
}

/**
 * A mail that is sent again, or opened in the Outbox, raises the event of a new one (office-js #3862, #4301) with our
 * signature in its body and without the mark. An answer may quote the same words.
 */
async function holdsAlready(item: ComposeItem, composing: Composing, { text }: GivenSignature): Promise<boolean> {
  if (!composing.isSurelyNew || !isRecognizable(text ?? '')) return false;
  return bodyHolds(item, text ?? '');
}

/** The body is looked into once in a turn: each look is a trip to the host that the person waits for. */
function openLook(item: ComposeItem, composing: Composing) {
  let last: { readonly turn: object; readonly hash: string; readonly holds: boolean } | null = null;
  return async (signature: GivenSignature, turn: object): Promise<boolean> => {
    if (last?.turn !== turn || last.hash !== signature.hash)
      last = { turn, hash: signature.hash, holds: await holdsAlready(item, composing, signature) };
    return last.holds;
  };
}

interface Content {
  readonly text: string;
  /** As they read. */
  readonly words: string;
  readonly hash: string;
  readonly parts: readonly MailPart[];
}

const asPut = ({ text, hash, parts = [] }: GivenSignature, content: string, format: Composing['format']): Content => ({
  ...{ text: content, words: text ?? '', hash },
  parts: format === 'html' ? parts : [],
});

const empty: Content = { text: '', words: '', hash: '', parts: [] };

type Put = (content: Content, turn: Turn) => Promise<boolean>;

/** Then it reads as it did. */
const isSameAgain = ({ old }: Before, mark: Mark | null, hash: string): boolean => old !== '' && mark?.hash === hash;

/** Outlook's own signature goes only once ours was accepted: for some clients it is gone for good. */
function openPut(item: ComposeItem, composing: Composing, isOver: () => boolean): Put {
  const mayNot = ({ isLate }: Turn): boolean => isOver() || isLate();
  return async ({ text, words, hash, parts }, turn) => {
    const before = turn.mayChange ? await readBefore(item) : null;
    if (mayNot(turn)) return false;
    await write(item, composing, text);
    const switchOff = text !== '' && turn.isClientSignatureOn && !mayNot(turn);
    await Promise.all([
      writeMark(item, { hash, from: composing.from, recipients: turn.recipients }),
      before === null || isSameAgain(before, turn.mark, hash) ? null : keepInserted(item, words, before),
      turn.mark === null ? null : dropImages(item, parts),
      switchOff ? tellOffice((done) => item.disableClientSignatureAsync(done)).catch(() => undefined) : null,
    ]);
    return true;
  };
}

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** What is refused once is not asked for again: that would take as long. `isMoved`: see {@link InserterOptions}. */
function openImages(item: ComposeItem, isMoved: boolean) {
  let again = isMoved;
  let isRefused = false;
  let canShow = true;
  return {
    canShow: (): boolean => canShow,
    attach: async (parts: readonly MailPart[]): Promise<boolean> => {
      if (parts.length === 0) return (canShow = true);
      canShow = !isRefused && (await isDone(attachImages(item, parts, again)));
      isRefused ||= !canShow;
      again = false;
      return canShow;
    },
  };
}

type KeepMark = (hash: string, turn: Surroundings & Pick<Mark, 'recipients'>) => Promise<void>;

export function openInserter(item: ComposeItem, composing: Composing, options: InserterOptions): SignatureInserter {
  const { from, isReplaceable } = composing;
  const put = openPut(item, composing, options.isOver);
  let lastHash: string | null = null;
  const images = openImages(item, options.isMoved);
  const holdsHere = openLook(item, composing);
  const putWithImages = async (content: Content, turn: Turn): Promise<boolean> => {
    const isPut = (await images.attach(content.parts)) && (await put(content, turn).catch(() => false));
    // What was attached for nothing is to go again; one of ours that stands there may show the same.
    if (!isPut && content.parts.length > 0 && !isOurs(turn.mark)) await dropImages(item, []);
    return isPut;
  };

  /** What an answer quotes may hold the same words, so of those nobody can tell. */
  const isLeft = async ({ text }: GivenSignature): Promise<boolean> =>
    !options.isMoved || (composing.isSurelyNew && holdsInserted(item, text ?? ''));

  /** By hand, ours may have been deleted: there the body alone counts. */
  const isStanding = async (signature: GivenSignature, turn: Turn): Promise<boolean> => {
    if (lastHash === signature.hash) return true;
    if (options.isByHand) return !isReplaceable && bodyHolds(item, signature.text ?? '');
    // A second one would be added to the first where nothing can be replaced (office-js #2038).
    if (isOurs(turn.mark)) return !isReplaceable || (turn.mark.hash === signature.hash && isLeft(signature));
    return holdsHere(signature, turn);
  };

  /** So that the next event knows for whom it stands there. */
  const keepMark: KeepMark = async (hash, { mark, recipients }) => {
    const wanted = { hash, from, recipients };
    if (!isSameMark(mark, wanted)) await writeMark(item, wanted);
  };

  return {
    recognize: async (signature, turn) => {
      const isSentAgain = turn.mark === null && !options.isByHand && (await holdsHere(signature, turn));
      if (isSentAgain) await keepMark(signature.hash, turn);
      return isSentAgain;
    },
    insert: async (signature, turn) => {
      const content = contentFor(composing.format, signature);
      if (content === null) return false;
      if (await isStanding(signature, turn)) {
        await keepMark(isOurs(turn.mark) && !isReplaceable ? turn.mark.hash : signature.hash, turn);
        // The answer, a moment later, is no reason to look again.
        if (isReplaceable) lastHash = signature.hash;
        return true;
      }
      const isPut = await putWithImages(asPut(signature, content, composing.format), turn);
      if (isPut) lastHash = signature.hash;
      return isPut;
    },
    clear: async (turn) => {
      if (isOurs(turn.mark) && isReplaceable) await put(empty, turn).catch(() => undefined);
      else if (turn.mark === null && turn.mayChange) await keepMark('', turn);
    },
    canShowImages: images.canShow,
    isStillSender: async () => ((await readSender(item)) ?? from) === from,
  };
}
