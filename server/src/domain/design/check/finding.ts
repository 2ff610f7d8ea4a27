import type { ComposeType } from '../../signature/composeType.ts';

/** What each code is about, for the words the pane has for it. */
export type FindingCode =
  | 'empty'
  | 'template-invalid'
  | 'template-limit'
  | 'template-include'
  | 'unknown-field'
  | 'image-missing'
  | 'logo-missing'
  | 'container-unread'
  | 'container-gone'
  | 'container-not-permitted'
  | 'dates-reversed'
  | 'too-wide'
  | 'wider-than-signature'
  | 'no-alt'
  | 'images-too-heavy'
  | 'low-contrast'
  | 'low-contrast-dark'
  | 'qr-low-contrast'
  | 'qr-link-too-long'
  | 'qr-shortened'
  | 'insecure-link'
  | 'css-ignored'
  | 'signature-too-long'
  | 'empty-result'
  | 'phone-unclear'
  | 'mail-unclear';

/** Something that is not right. Errors keep a design from being published, warnings are confirmed. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** The block it is about; null: all of it. */
  readonly blockId: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface DesignFinding extends Finding {
  readonly composeType: ComposeType;
}
