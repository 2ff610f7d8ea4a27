import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { fieldValue } from '../render/fieldValue.ts';
import type { Rendered } from '../render/renderComposition.ts';
import type { MailDesign } from '../signature.ts';
import { checkCard } from './checkQrCode.ts';
import type { Finding } from './finding.ts';
import { blocksOf, shownFields } from './piecesOf.ts';

/** What was rendered, and of which design. */
export interface RenderedFor {
  readonly rendered: Rendered;
  readonly mail: MailDesign;
  readonly person: DesignPerson;
}

/** What is not right about a design for one person. Too long a signature is refused by rendering itself. */
export const checkRendered = ({ rendered, mail, person }: RenderedFor, context: DesignContext): readonly Finding[] => {
  if (rendered.html === '') return [{ code: 'empty-result', severity: 'warning', blockId: null, values: {} }];
  if (mail.kind === 'html') return [];
  return blocksOf(mail.composition).flatMap((block) => [
    ...shownFields(block).flatMap((field) => unclear(field, block.id, { person, context })),
    ...(block.kind === 'qrCode' ? checkCard(block, { person, context }) : []),
  ]);
};

interface Eyes {
  readonly person: DesignPerson;
  readonly context: DesignContext;
}

/** A number or address that nobody can click, because it is not certain which one it is. */
const unclear = (field: string, blockId: string, { person, context }: Eyes): readonly Finding[] => {
  const type = context.typeOf(field);
  const isPhone = type === 'phone' || type === 'nationalPhone';
  const value = isPhone || type === 'email' ? fieldValue(field, person, context) : null;
  if (value === null || value.href !== '') return [];
  const code = isPhone ? 'phone-unclear' : 'mail-unclear';
  return [{ code, severity: 'warning', blockId, values: { field, value: value.shown } }];
};
