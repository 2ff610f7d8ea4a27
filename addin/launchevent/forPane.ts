import { applyGiven, type GivenFor, type ReadGiven } from './applyGiven.ts';
import { applySignature } from './applySignature.ts';
import { askAndKeep, type SignatureSource } from './server/askAndKeep.ts';
import { openDeadline } from './deadline.ts';
import { askOffice } from './mail/callOffice.ts';
import type { ComposeItem } from './mail/composeItem.ts';
import { imagesFor, ownAddress, readComposing } from './mail/composing.ts';
import { readMark } from './mail/mark.ts';
import { SIGN_IN_TASK } from './notice/tellPerson.ts';
import { readKnown } from './server/signatureCache.ts';

/** What became of a signature that somebody asked for in the pane. */
export type Inserted = 'in' | 'none' | 'refused' | 'unavailable';

function mailOpen(): ComposeItem {
  const { item } = Office.context.mailbox;
  if (!item) throw new Error('There is no mail to put a signature into.');
  return item;
}

/** Puts the signature into the mail at hand with the very code of the event handler. Rejects where there is no mail. */
export async function insertSignature(source: SignatureSource): Promise<Inserted> {
  const item = mailOpen();
  const deadline = openDeadline();
  const { result, answer } = await applySignature(item, { occasion: 'byHand', deadline, source });
  void deadline.finish();
  if (result !== 'out') return result;
  return answer.kind === 'fresh' || answer.kind === 'unchanged' ? 'refused' : 'unavailable';
}

/**
 * Puts a signature that the person chose into the mail at hand, by the code that puts in the others. Rejects where there is no mail,
 * and as `read` does.
 */
export async function insertGiven(read: ReadGiven): Promise<Inserted> {
  const item = mailOpen();
  const deadline = openDeadline();
  try {
    return await applyGiven(item, deadline, read);
  } finally {
    void deadline.finish();
  }
}

/** Of what kind the mail at hand is and from where it is sent, which decide what may be chosen for it. */
export async function readMail(): Promise<Pick<GivenFor, 'composeType' | 'from'>> {
  const { composeType, from } = await readComposing(mailOpen(), null);
  return { composeType, from };
}

/**
 * Phones say that they have an older set, though they attach since 4.2352: what is kept for them has its images on the server
 * until a first mail has asked.
 */
const attaches = (): boolean => Office.context.requirements.isSetSupported('Mailbox', '1.8');

/**
 * Fetches what the event handler will want for the mailbox that is open, so that its next mail has a signature at once,
 * and one at all where the client signs nobody in silently.
 */
export async function fillCache(source: SignatureSource): Promise<void> {
  const account = ownAddress();
  for (const composeType of ['newMail', 'reply', 'forward'] as const) {
    const about = { account, from: account, composeType, recipients: null, images: imagesFor(composeType, attaches()) };
    const known = await readKnown(about);
    await askAndKeep(source, about, known);
  }
}

function taskOf(context: string): unknown {
  try {
    const value: unknown = JSON.parse(context);
    return typeof value === 'object' && value !== null && 'task' in value ? value.task : null;
  } catch {
    return null;
  }
}

type Initialised = Pick<Office.MessageCompose, 'getInitializationContextAsync'>;

/**
 * Whether the pane was opened from our note in the mail, which promises a signature after signing in, and that was not kept yet:
 * classic Outlook opens it with the same words again, also after the person took the signature out.
 */
export async function isAskedToInsert(): Promise<boolean> {
  const item: (ComposeItem & Partial<Initialised>) | null | undefined = Office.context.mailbox.item;
  if (!item || typeof item.getInitializationContextAsync !== 'function') return false;
  const [context, mark] = await Promise.all([
    askOffice<string>((done) => item.getInitializationContextAsync(done), ''),
    readMark(item),
  ]);
  return taskOf(context) === SIGN_IN_TASK && !mark?.hash;
}
