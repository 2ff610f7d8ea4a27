import type { Composition } from './composition.ts';

/** What is put into one kind of mail: a composition, or Liquid in HTML written by an expert. */
export type MailDesign =
  | { readonly kind: 'composition'; readonly composition: Composition }
  | { readonly kind: 'html'; readonly html: string };

/** The design of a signature for each compose type. */
export interface SignatureDesign {
  readonly newMail: MailDesign;
  /** `sameAsNew`: as new mail. `none`: nothing is put in. */
  readonly reply: MailDesign | { readonly kind: 'sameAsNew' } | { readonly kind: 'none' };
  readonly forward:
    | MailDesign
    | { readonly kind: 'sameAsNew' }
    | { readonly kind: 'sameAsReply' }
    | { readonly kind: 'none' };
  /** How images travel: from this server's address, or within the mail, where what writes it can attach them. */
  readonly images: 'hosted' | 'attached';
}

/** A signature that an admin makes. Nobody gets the draft; what is published is what people get. */
export interface Signature {
  readonly id: string;
  readonly name: string;
  readonly draft: SignatureDesign;
  /** Null: never published, or taken back. */
  readonly published: PublishedDesign | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface PublishedDesign {
  /** 1 for the first, growing. */
  readonly version: number;
  readonly design: SignatureDesign;
  readonly at: string;
  readonly by: string;
}

/** What once was published, kept to compare and to bring back. */
export interface SignatureVersion extends PublishedDesign {
  readonly signatureId: string;
  readonly name: string;
}

/** Colours, fonts and logo that the gallery and new signatures start from. */
export interface Brand {
  /** Hash of an uploaded image, or null. */
  readonly logo: string | null;
  readonly colors: { readonly accent: string; readonly text: string; readonly muted: string };
  readonly fontFamily: string;
  /** https address of the company, or empty. */
  readonly website: string;
}
