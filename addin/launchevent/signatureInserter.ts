import { askOffice, tellOffice } from './callOffice.ts';
import type { ComposeItem, Composing } from './composing.ts';
import type { KnownSignature } from './signatureCache.ts';

/** Outlook refuses longer ones; the library's own check is laxer than the host's (reference/outlook.md §1.4). */
const MAX_CHARACTERS = 30_000;
const MARK = 'undersign';

/** Puts signatures into one mail, each content at most once. Nothing here rejects. */
export interface SignatureInserter {
  readonly insert: (signature: KnownSignature) => Promise<void>;
  /** Takes out what we put in earlier; leaves alone what we did not. */
  readonly clear: () => Promise<void>;
}

/** What the body of this format can take, or null. */
export function contentFor(format: Composing['format'], signature: KnownSignature): string | null {
  const content = format === 'html' ? signature.html : signature.text;
  return content && content.length <= MAX_CHARACTERS ? content : null;
}

function coercion(format: Composing['format']): { coercionType: Office.CoercionType } {
  return { coercionType: format === 'html' ? Office.CoercionType.Html : Office.CoercionType.Text };
}

/**
 * Mobile cannot tell whether Outlook's own signature is on, so there it is switched off unasked. Elsewhere we ask first:
 * on classic Windows switching off changes the account's settings for good.
 */
async function disableClientSignature(item: ComposeItem): Promise<void> {
  const canAsk = typeof item.isClientSignatureEnabledAsync === 'function';
  const enabled = canAsk ? await askOffice<boolean>((done) => item.isClientSignatureEnabledAsync(done), false) : true;
  if (enabled) await tellOffice((done) => item.disableClientSignatureAsync(done)).catch(() => undefined);
}

/** The mark travels with the mail being written, so a second event on it knows what is already there. */
async function readMark(item: ComposeItem): Promise<string | null> {
  return (await askOffice<string>((done) => item.sessionData.getAsync(MARK, done), '')) || null;
}

function write(item: ComposeItem, composing: Composing, content: string): Promise<void> {
  const options = coercion(composing.format);
  if (composing.placement === 'prepend') {
    return tellOffice((done) => item.body.prependAsync(content, options, done));
  }
  return tellOffice((done) => item.body.setSignatureAsync(content, options, done));
}

/** `isOver` stops a late answer from changing a mail Outlook believes we are done with. */
export function openInserter(item: ComposeItem, composing: Composing, isOver: () => boolean): SignatureInserter {
  let present: string | null | undefined;
  const put = async (content: string, mark: string): Promise<void> => {
    if (isOver()) return;
    await write(item, composing, content);
    present = mark;
    await tellOffice((done) => item.sessionData.setAsync(MARK, mark, done)).catch(() => undefined);
  };
  const readPresent = async (): Promise<string | null> => (present ??= await readMark(item));
  return {
    insert: async (signature) => {
      const content = contentFor(composing.format, signature);
      if (content === null || (await readPresent()) === signature.hash) return;
      await disableClientSignature(item);
      await put(content, signature.hash).catch(() => undefined);
    },
    clear: async () => {
      if ((await readPresent()) && composing.placement === 'signature') await put('', '').catch(() => undefined);
    },
  };
}
