import { askOffice, callOffice, tellOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';

/** An image that travels within the mail: `cid:` and this name stand in the HTML. */
export interface MailPart {
  readonly name: string;
  /** Base64. */
  readonly content: string;
}

const IMAGES = 'undersign.images';

/** Ids that Outlook gave to images of ours, by their names. */
type Attached = Record<string, string>;

/** Clients before Mailbox 1.8, and phones before 4.2352, attach nothing from here. */
export const canAttach = (item: ComposeItem): boolean => typeof item.addFileAttachmentFromBase64Async === 'function';

async function readAttached(item: ComposeItem): Promise<Attached> {
  const text = await askOffice<string>((done) => item.sessionData.getAsync(IMAGES, done), '');
  return text ? (JSON.parse(text) as Attached) : {};
}

const keepAttached = (item: ComposeItem, attached: Attached): Promise<void> =>
  tellOffice((done) => item.sessionData.setAsync(IMAGES, JSON.stringify(attached), done)).catch(() => undefined);

const attach = ({ name, content }: MailPart, item: ComposeItem): Promise<string> =>
  callOffice<string>((done) => item.addFileAttachmentFromBase64Async(content, name, { isInline: true }, done));

/** So long all images of a signature may take, so that there is time in a turn for one without. Milliseconds. */
const ATTACH_MS = 3000;

/**
 * Attaches what a signature shows and the mail does not have yet: before the HTML is set, or the images are broken
 * (office-js #1967). `again`: also what was attached before, which Outlook may have taken out. Rejects where one is
 * refused, or not answered: with digital signatures switched on some Outlooks never do (office-js #5908, #3363, #3576).
 * Those before it stay for {@link dropImages}.
 */
export async function attachImages(item: ComposeItem, parts: readonly MailPart[], again: boolean): Promise<void> {
  if (parts.length === 0) return;
  const attached = await readAttached(item);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isTooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Outlook did not attach an image in time.')), ATTACH_MS);
  });
  try {
    for (const part of parts)
      if (again || attached[part.name] === undefined)
        attached[part.name] = await Promise.race([attach(part, item), isTooLate]);
  } finally {
    clearTimeout(timer);
    await keepAttached(item, attached);
  }
}

/**
 * Takes out images of ours that the signature no longer shows, where Outlook does: Microsoft says of `removeAttachmentAsync`
 * that it removes no inline ones, which go with the HTML that shows them. So they are attached again when they are shown
 * again: twice in a mail is better than not at all. Never rejects.
 */
export async function dropImages(item: ComposeItem, shown: readonly MailPart[]): Promise<void> {
  if (!canAttach(item)) return;
  const attached = await readAttached(item);
  const stale = Object.keys(attached).filter((name) => !shown.some((part) => part.name === name));
  if (stale.length === 0) return;
  await Promise.all(
    stale.map((name) => {
      const id = attached[name] ?? '';
      delete attached[name];
      return askOffice<unknown>((done) => item.removeAttachmentAsync(id, done), null);
    }),
  );
  await keepAttached(item, attached);
}
