import type { CardField, SocialNetwork } from './composition.ts';

/** What is known about one person when their signature is made. */
export interface DesignPerson {
  readonly id: string;
  /** By path, such as `person.jobTitle`, made presentable; what is blank is empty or not there. */
  readonly values: Readonly<Record<string, string>>;
  /**
   * By whose fields they are, the country in which phones without a country code are read, where it is not the one among the
   * values: it may be one that signatures do not show.
   */
  readonly countries?: Readonly<Partial<Record<FieldOwner, string>>>;
  /** Ids of the groups, nested ones too, and units they are in, of those that designs and rules ask about. */
  readonly groups: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Language tag in lower case; empty where nobody knows. */
  readonly language: string;
  readonly today: {
    /** The local date, such as `2026-12-01`. Throws RangeError for what is no time zone. */
    readonly date: (timeZone: string) => string;
  };
  /** Address of a photo of so many pixels; null where there is none. */
  readonly photoUrl: (photo: {
    readonly of: 'person' | 'manager';
    readonly shape: 'square' | 'round';
    readonly pixels: number;
  }) => string | null;
}

/** Whose a field is, and how its path begins: `mailbox` is the one that is written from. */
export type FieldOwner = 'person' | 'manager' | 'mailbox';

/** `mailbox` of `mailbox.businessPhone`. */
export const ownerOf = (path: string): FieldOwner => path.slice(0, path.indexOf('.')) as FieldOwner;

export type FieldType = 'text' | 'phone' | 'nationalPhone' | 'email' | 'url';

/** What a design needs to know besides the person. */
export interface DesignContext {
  /** Null for an image that is gone. */
  readonly image: (id: string) => DesignImage | null;
  /** Id of the image that is the logo of the brand. */
  readonly logo: string | null;
  readonly iconUrl: (icon: {
    readonly network: SocialNetwork;
    readonly color: string;
    readonly pixels: number;
  }) => string;
  readonly typeOf: (field: string) => FieldType;
  /** Left out: there are none, as in what is only checked. */
  readonly qrCodes?: {
    /** Of the brand; empty where it has none. */
    readonly website: string;
    readonly url: (code: DrawnQrCode) => string;
  };
}

/** Which QR code there is an address of: a card is made anew from who it is about, an address is told. */
export interface DrawnQrCode {
  readonly content:
    | {
        readonly kind: 'contact';
        readonly personId: string;
        readonly fields: readonly CardField[];
        readonly website: boolean;
      }
    | { readonly kind: 'link' };
  /** What it says. */
  readonly text: string;
  readonly size: number;
  readonly color: string;
}

export interface DesignImage {
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
