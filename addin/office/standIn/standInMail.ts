import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';

/** One mail or appointment as if somebody had just started it. */
export interface StandInMail {
  readonly kind: 'message' | 'appointment';
  readonly composeType: ComposeType;
  readonly format: 'html' | 'text';
  /** The address it is sent from. */
  readonly from: string;
  /** Whose signature is looked at, by their id; null for one's own. */
  readonly previewOf: string | null;
  /** Text that stands in it when it is opened. */
  readonly body?: string;
  /** Addresses it goes to. */
  readonly to?: readonly string[];
  /** What the pane was opened with, as text. */
  readonly opensWith?: string;
}

/** What Outlook would have seen the add-in do. */
export type StandInHappening =
  | { readonly kind: 'clientSignatureDisabled' }
  | { readonly kind: 'signatureSet'; readonly content: string; readonly format: 'html' | 'text' }
  | { readonly kind: 'prepended'; readonly content: string; readonly format: 'html' | 'text' }
  | { readonly kind: 'insertedAtCursor'; readonly content: string; readonly format: 'html' | 'text' }
  | { readonly kind: 'noticeShown'; readonly notice: 'insightMessage' | 'informationalMessage'; readonly text: string }
  | { readonly kind: 'noticeRemoved' }
  | { readonly kind: 'imageAttached' | 'imageRemoved'; readonly name: string };

export type Report = (happening: StandInHappening) => void;
