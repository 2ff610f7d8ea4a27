import type { Condition } from './condition.ts';

/**
 * What one signature looks like, as data: rows of columns of blocks. `renderComposition` makes table HTML and plain text of
 * it. Ids are unique within a composition and mean nothing but "the same piece as before" (focus, undo, error places).
 * Lengths are CSS pixels, colours `#rrggbb`.
 */
export interface Composition {
  /** What blocks inherit unless they say otherwise. */
  readonly base: TextStyle;
  /** Widest the signature may be, 200–700. */
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  readonly rows: readonly Row[];
}

export interface TextStyle {
  /** A stack that every mail client has, such as "Segoe UI, Arial, sans-serif". */
  readonly fontFamily: string;
  /** 8–48. */
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly color: string;
}

export interface Row {
  readonly id: string;
  readonly columns: readonly Column[];
  /** Space above; the first row shown has none. */
  readonly gap: number;
  readonly condition: Condition | null;
}

export interface Column {
  readonly id: string;
  /** Null: as wide as its content. */
  readonly width: number | null;
  readonly align: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  /** Space between this column and the next. */
  readonly padding: number;
  /** A line on the side of the column before it, or null. */
  readonly border: { readonly color: string; readonly thickness: number } | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | TextBlock
  | ImageBlock
  | SocialBlock
  | DividerBlock
  | SpacerBlock
  | ButtonBlock
  | BannerBlock
  | QrCodeBlock
  | LegalBlock
  | GroupBlock
  | HtmlBlock;

interface AnyBlock {
  readonly id: string;
  /** Shown only where it holds; null: always. What has nothing to show is left out anyway. */
  readonly condition: Condition | null;
}

/** One line of inline parts. It is left out when every field in it is blank; a line without fields always stands. */
export interface TextBlock extends AnyBlock {
  readonly kind: 'text';
  readonly parts: readonly Part[];
  readonly style: PartStyle;
}

export interface PartStyle {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly fontFamily?: string | undefined;
  readonly fontSize?: number | undefined;
  readonly color?: string | undefined;
}

/** Words by language, `default` where there is none for the person's. */
export interface LocalizedText {
  readonly default: string;
  /** By language tag in lower case: `nl`, `de`, `pt-br`. */
  readonly byLanguage?: Readonly<Record<string, string>> | undefined;
}

export type Part =
  | { readonly kind: 'text'; readonly text: LocalizedText; readonly style?: PartStyle | undefined }
  /** A label that stands only where the part after it is shown, such as "T " before a phone number. */
  | { readonly kind: 'label'; readonly text: LocalizedText; readonly style?: PartStyle | undefined }
  /** Stands only between two parts that are shown. */
  | { readonly kind: 'separator'; readonly text: string; readonly style?: PartStyle | undefined }
  /** A field as `person.jobTitle`. `auto` links mail, phone and url fields. */
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly link: 'auto' | 'none';
      readonly style?: PartStyle | undefined;
    }
  | {
      readonly kind: 'link';
      readonly text: LocalizedText;
      readonly href: string;
      readonly style?: PartStyle | undefined;
    }
  | { readonly kind: 'break' };

/** An uploaded image by the hash of its content, a photo, or the logo of the brand. */
export type ImageSource =
  | { readonly kind: 'upload'; readonly imageId: string }
  | { readonly kind: 'photo'; readonly of: 'person' | 'manager' }
  | { readonly kind: 'logo' };

export interface ImageBlock extends AnyBlock {
  readonly kind: 'image';
  readonly source: ImageSource;
  readonly width: number;
  /** Null: by the proportions of the image. */
  readonly height: number | null;
  readonly alt: LocalizedText;
  /** https address, or null. */
  readonly href: string | null;
  /** Of photos: made round as pixels, because Word knows no radius. */
  readonly shape: 'square' | 'round';
}

export type SocialNetwork =
  | 'linkedin'
  | 'x'
  | 'facebook'
  | 'instagram'
  | 'youtube'
  | 'github'
  | 'mastodon'
  | 'bluesky'
  | 'whatsapp'
  | 'website';

/** One icon each, only for those addresses that are there. */
export interface SocialBlock extends AnyBlock {
  readonly kind: 'social';
  readonly items: readonly {
    readonly network: SocialNetwork;
    /** A fixed https address, or the field that holds a person's own. */
    readonly href: { readonly kind: 'url'; readonly url: string } | { readonly kind: 'field'; readonly field: string };
  }[];
  readonly size: number;
  readonly gap: number;
  readonly color: string;
}

export interface DividerBlock extends AnyBlock {
  readonly kind: 'divider';
  readonly color: string;
  readonly thickness: number;
  /** Null: as wide as its column. */
  readonly width: number | null;
}

export interface SpacerBlock extends AnyBlock {
  readonly kind: 'spacer';
  readonly height: number;
}

export interface ButtonBlock extends AnyBlock {
  readonly kind: 'button';
  readonly text: LocalizedText;
  /** An https, mailto or tel address, or the field that holds one. */
  readonly href: { readonly kind: 'url'; readonly url: string } | { readonly kind: 'field'; readonly field: string };
  readonly background: string;
  readonly color: string;
}

/** An image with a link that is shown between two days (local dates `2026-12-01`, of `timeZone`), both included. */
export interface BannerBlock extends AnyBlock {
  readonly kind: 'banner';
  readonly imageId: string;
  readonly width: number;
  readonly alt: LocalizedText;
  readonly href: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string;
}

/** A field that a card of contact details can hold. */
export type CardField =
  | 'person.jobTitle'
  | 'person.companyName'
  | 'person.department'
  | 'person.businessPhone'
  | 'person.mobilePhone'
  | 'person.faxNumber'
  | 'person.mail'
  | 'person.address';

/**
 * What a telephone reads from it: a card with the person's name and what of these fields is not blank, and with the website of
 * the brand; or an address.
 */
export type QrCodeContent =
  | { readonly kind: 'contact'; readonly fields: readonly CardField[]; readonly website: boolean }
  | { readonly kind: 'link'; readonly href: ButtonBlock['href'] };

export interface QrCodeBlock extends AnyBlock {
  readonly kind: 'qrCode';
  readonly content: QrCodeContent;
  /** Of each side, with the white edge that readers need, 80–300. */
  readonly size: number;
  /** On white, in the dark too. */
  readonly color: string;
  /** Blank: what it holds, in the language of the person. */
  readonly alt: LocalizedText;
}

/** A paragraph in small print; line breaks are kept. */
export interface LegalBlock extends AnyBlock {
  readonly kind: 'legal';
  readonly text: LocalizedText;
  readonly style: PartStyle;
}

/** Columns within a column, one level deep. */
export interface GroupBlock extends AnyBlock {
  readonly kind: 'group';
  readonly columns: readonly Column[];
}

/** An expert's own Liquid in HTML. */
export interface HtmlBlock extends AnyBlock {
  readonly kind: 'html';
  readonly html: string;
}
