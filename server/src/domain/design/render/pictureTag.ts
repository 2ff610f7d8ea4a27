import { px, styleOf, voidElement, type Styles } from './markup.ts';

interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  /** Null where nobody knows it. */
  readonly height: number | null;
}

/** Outlook needs its sizes said. */
export const pictureTag = ({ url, alt, width, height }: Picture): string =>
  voidElement('img', {
    src: url,
    alt,
    width: String(width),
    height: height === null ? null : String(height),
    style: styleOf({ display: 'block', border: '0', width: px(width), ...sizesOf(width, height) }),
  });

/** What is wider than a phone becomes smaller there; Word goes by the attributes. */
const sizesOf = (width: number, height: number | null): Styles =>
  width > narrowest ? { 'max-width': '100%', height: 'auto' } : { height: height === null ? null : px(height) };

/** So much room there always is on a phone of 320 pixels, beside what the mail program and columns take. */
const narrowest = 240;
