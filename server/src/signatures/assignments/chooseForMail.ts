import type { AssignmentOutcome } from '../../domain/assignment/assignment.ts';
import type { Rendered } from '../../domain/design/render/renderComposition.ts';
import type { Signature } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import { openPublished } from '../designs/openPublished.ts';
import { renderBuiltIn } from '../rendering/renderBuiltIn.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { decideForMail, type Decided, type MailWritten } from './decideForMail.ts';

export interface MailOf extends MailWritten {
  /** The signature they chose for it by hand; null: what the rules say. */
  readonly byHand: string | null;
}

export interface ChosenSignature extends Pick<
  Decided,
  'choice' | 'otherMailbox' | 'signer' | 'asksRecipients' | 'insideDomains' | 'addressees' | 'days'
> {
  /** Null where it is the built-in one, or none. */
  readonly signature: Signature | null;
  readonly rendered: Rendered;
}

/**
 * The signature somebody gets in a mail, rendered with today's values: the one they chose by hand, else what the first rule
 * that matches says. Throws RequestError 404 for one that they may not choose, and TemplateError where the design cannot be
 * rendered for this person.
 */
export const chooseForMail = async (desk: RenderDesk, tenantId: string, mail: MailOf): Promise<ChosenSignature> => {
  const { byHand, composeType } = mail;
  const decided = await decideForMail(desk, tenantId, { ...mail, withAlso: byHand !== null });
  const outcome = byHand === null ? decided.choice.outcome : chosenOutcome(decided, byHand);
  return { ...decided, ...(await render(desk, tenantId, { decided, outcome, composeType })) };
};

/** What comes by itself may be chosen too. */
const chosenOutcome = ({ choice: { outcome }, also }: Decided, signatureId: string): AssignmentOutcome => {
  const isAutomatic = outcome.kind === 'signature' && outcome.signatureId === signatureId;
  if (isAutomatic || also.includes(signatureId)) return { kind: 'signature', signatureId };
  const message =
    'This signature cannot be chosen for this mail. Ask for those that can, or for the one that comes by itself.';
  throw new RequestError(404, 'signature-not-offered', message);
};

interface Asked {
  readonly decided: Decided;
  readonly outcome: AssignmentOutcome;
  readonly composeType: ComposeType;
}

const nothing: Rendered = { html: '', text: '', ghosts: [] };

const render = async (
  desk: RenderDesk,
  tenantId: string,
  { decided: { found, person }, outcome, composeType }: Asked,
): Promise<Pick<ChosenSignature, 'signature' | 'rendered'>> => {
  if (outcome.kind === 'builtIn') return { signature: null, rendered: renderBuiltIn(composeType, person) };
  const signature = outcome.kind === 'signature' ? (found.get(outcome.signatureId) ?? null) : null;
  const published = signature?.published ?? null;
  if (signature === null || published === null) return { signature: null, rendered: nothing };
  const renderFor = await openPublished(desk, tenantId, { signatureId: signature.id, published });
  return { signature, rendered: renderFor(composeType, person) };
};
