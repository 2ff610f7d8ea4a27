import type { StoredImage } from '../../../../server/src/contract/signatures/signatures.ts';

/** Wider ones would not fit in a signature. */
const widest = 600;

/** As many as are taken along; no signature has more. */
const most = 20;

const asData = /^data:(image\/(?:png|jpeg|jpg|gif|webp));base64,/i;

const sourceOf = (image: HTMLImageElement): string => image.getAttribute('src')?.trim() ?? '';

/** Where the computer or the mail that it was copied from alone has it. */
const isLost = (image: HTMLImageElement): boolean => !/^(?:https:|data:|cid:[0-9a-f]{64}$)/i.test(sourceOf(image));

/** The picture that stands in HTML as data; null for what is none, or is broken. */
function fileOf(image: HTMLImageElement): File | null {
  const source = sourceOf(image);
  const [head = '', type = ''] = asData.exec(source) ?? [];
  if (head === '') return null;
  try {
    const bytes = Uint8Array.from(atob(source.slice(head.length).replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new File([bytes], image.alt, { type });
  } catch {
    return null;
  }
}

/** Whether pictures alone were copied: beside words the clipboard may have a picture of all of it. */
export const arePicturesAlone = (html: string): boolean =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent.trim() === '';

export interface KeptImages {
  /** Names the pictures by what they are kept as. */
  readonly html: string;
  /** Why the last picture that could not be kept was refused; null: none was. */
  readonly problem: unknown;
}

/**
 * Keeps the pictures that pasted HTML holds as data, and those that came beside it in the places of pictures that are only
 * on the computer they were copied from, or below it. What is refused stays behind.
 */
export async function keepImages(
  { html, beside }: { readonly html: string; readonly beside: readonly File[] },
  keep: (file: File) => Promise<StoredImage>,
): Promise<KeptImages> {
  const pasted = new DOMParser().parseFromString(html, 'text/html');
  const images = [...pasted.querySelectorAll('img')];
  const places = images.filter(isLost);
  const held = images.map((image) => ({ image, file: fileOf(image) }));
  const brought = beside.map((file, at) => ({ file, image: places[at] ?? pasted.createElement('img') }));
  let problem: unknown = null;
  for (const { image, file } of [...held, ...brought].filter((each) => each.file !== null).slice(0, most)) {
    try {
      const { id, width } = await keep(file as File);
      image.setAttribute('src', `cid:${id}`);
      if (!image.hasAttribute('width')) image.setAttribute('width', String(Math.min(width, widest)));
      if (!image.isConnected) pasted.body.append(image);
    } catch (error) {
      problem = error;
    }
  }
  return { html: pasted.documentElement.outerHTML, problem };
}
