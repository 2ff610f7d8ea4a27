import type { AssignmentOutcome } from '../../domain/assignment/assignment.ts';
import type { Choice } from '../../domain/assignment/chooseSignature.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import { RequestError } from '../../domain/errors.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { isOwnDomain, readOwnDomains } from './ownDomains.ts';
import { chooseForMail } from './chooseForMail.ts';
import type { OtherMailbox } from './decideForMail.ts';
import type { RenderDesk } from '../signatureDesk.ts';

export interface TryAsked {
  readonly teammateId: string;
  readonly composeType: ComposeType;
  readonly from: string | null;
  /** Null: as whoever is `addressed` says. */
  readonly recipients: 'internal' | 'external' | null;
  /** What rules may name of somebody who is addressed, the domain last; empty: nobody is known. */
  readonly addressed: readonly string[];
  readonly date: string | null;
}

type Trace = Choice['trace'][number][];

export interface Tried {
  readonly trace: Trace;
  readonly otherMailbox: {
    readonly setting: OtherMailbox['setting'];
    readonly owner: { readonly id: string; readonly displayName: string };
    readonly trace: Trace;
  } | null;
  readonly outcome: AssignmentOutcome;
  readonly signatureName: string | null;
  readonly html: string;
  readonly text: string;
  readonly characters: number;
}

/** What somebody would get in a mail, and why. Throws RequestError 404, or TemplateError as `chooseForMail`. */
export const trySignature = async (desk: RenderDesk, tenantId: string, asked: TryAsked): Promise<Tried> => {
  const teammate = await desk.repositories.teammates.get(tenantId, asked.teammateId);
  if (teammate?.status !== 'active') {
    throw new RequestError(404, 'not-a-teammate', 'This person is no active teammate, so they get no signature.');
  }
  const recipients = asked.recipients ?? (await sideOf(desk, tenantId, asked.addressed.at(-1)));
  const mail = { ...asked, recipients, teammate, byHand: null };
  const { choice, otherMailbox, signature, rendered } = await chooseForMail(desk, tenantId, mail);
  const { html, text } = rendered;
  return {
    trace: [...(otherMailbox?.passedOver ?? choice.trace)],
    otherMailbox: otherMailbox && {
      setting: otherMailbox.setting,
      owner: { id: otherMailbox.owner.id, displayName: nameOf(otherMailbox.owner.profile) },
      trace: [...choice.trace],
    },
    outcome: choice.outcome,
    signatureName: signature?.name ?? null,
    html,
    text,
    characters: html.length,
  };
};

/** Whether people of a domain are colleagues; null where none is known. */
const sideOf = async (
  { repositories }: RenderDesk,
  tenantId: string,
  domain: string | undefined,
): Promise<'internal' | 'external' | null> => {
  if (domain === undefined) return null;
  const { insideDomains = [] } = (await repositories.assignments.get(tenantId)).value;
  const isInside = isOwnDomain([...(await readOwnDomains(repositories, tenantId)), ...insideDomains]);
  return isInside(domain) ? 'internal' : 'external';
};
