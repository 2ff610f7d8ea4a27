import type { ComposeType } from '../../../../../../server/src/contract/signatures/me.ts';
import type { MailDesign, SignatureDesign } from '../../../../../../server/src/contract/signatures/signatures.ts';

/** What is edited and saved together. */
export interface DraftContent {
  readonly name: string;
  readonly design: SignatureDesign;
}

/** What a kind of mail is made from: a design of its own, or that of another kind, or nothing. */
export type Own =
  | MailDesign
  | { readonly kind: 'sameAsNew' }
  | { readonly kind: 'sameAsReply' }
  | { readonly kind: 'none' };

export const ownOf = (design: SignatureDesign, composeType: ComposeType): Own => design[composeType];

/** What people get in this kind of mail in the end; null: nothing. */
export function mailOf(design: SignatureDesign, composeType: ComposeType): MailDesign | null {
  const own = ownOf(design, composeType);
  if (own.kind === 'composition' || own.kind === 'html') return own;
  if (own.kind === 'none') return null;
  return mailOf(design, own.kind === 'sameAsNew' ? 'newMail' : 'reply');
}

/** The design with another one for a kind of mail; a new mail always has its own, and a reply cannot be as a reply. */
export function withOwn(design: SignatureDesign, composeType: ComposeType, own: Own): SignatureDesign {
  if (composeType === 'forward') return { ...design, forward: own };
  if (own.kind === 'composition' || own.kind === 'html') return { ...design, [composeType]: own };
  if (composeType === 'newMail' || own.kind === 'sameAsReply') return design;
  return { ...design, reply: { kind: own.kind } };
}
