import { TemplateError } from '../../errors.ts';
import type { ComposeType } from '../../signature/composeType.ts';
import { isBlank } from '../../text/isBlank.ts';
import type { Block, Composition } from '../composition.ts';
import type { DesignContext } from '../designPerson.ts';
import { fieldsInHtml, openHtmlTemplate } from '../template/openHtmlTemplate.ts';
import type { MailDesign, SignatureDesign } from '../signature.ts';
import { ownImagesIn } from '../render/ownImages.ts';
import { checkColors } from './checkColors.ts';
import { checkQrCode } from './checkQrCode.ts';
import { checkWeight } from './checkWeight.ts';
import type { DesignFinding, Finding } from './finding.ts';
import { ignoredByWord } from './ignoredByWord.ts';
import { blocksOf, fieldUses } from './piecesOf.ts';

export interface CheckContext extends Pick<DesignContext, 'image' | 'logo'> {
  /** What an uploaded image weighs, in bytes; 0 for one that is gone. */
  readonly bytesOf: (imageId: string) => number;
  /** Whether there is a field of this path. */
  readonly isField: (path: string) => boolean;
}

/** Wider than this, some mail programs cut it off or shrink all of the mail. Pixels. */
const widest = 600;

/**
 * What is wrong with a design whoever it is for, per compose type that has a design of its own. Pure; never throws for a
 * design that the API takes.
 */
export const checkDesign = (design: SignatureDesign, context: CheckContext): readonly DesignFinding[] =>
  (['newMail', 'reply', 'forward'] as const).flatMap((composeType) => {
    const mail = design[composeType];
    return mail.kind === 'composition' || mail.kind === 'html' ? checkMail(mail, context, composeType) : [];
  });

const checkMail = (mail: MailDesign, context: CheckContext, composeType: ComposeType): readonly DesignFinding[] => {
  const found =
    mail.kind === 'html'
      ? checkHtml({ id: null, html: mail.html }, context)
      : checkComposition(mail.composition, context);
  const unknown = fieldUses(mail)
    .filter(({ field }) => !context.isField(field))
    .map(({ field, blockId }): Finding => ({ ...error('unknown-field', blockId), values: { field } }));
  return [...found, ...unknown, ...checkWeight(mail, context)].map((finding) => ({ ...finding, composeType }));
};

const error = (code: Finding['code'], blockId: string | null): Finding => ({
  code,
  severity: 'error',
  blockId,
  values: {},
});
const warning = (code: Finding['code'], blockId: string | null): Finding => ({
  code,
  severity: 'warning',
  blockId,
  values: {},
});

const checkComposition = (composition: Composition, context: CheckContext): readonly Finding[] => {
  const blocks = blocksOf(composition);
  const { width } = composition;
  return [
    ...(blocks.some(({ kind }) => !['divider', 'spacer', 'group'].includes(kind)) ? [] : [error('empty', null)]),
    ...(width > widest ? [{ ...warning('too-wide', null), values: { width, limit: widest } }] : []),
    ...blocks.flatMap((block) => checkBlock(block, { context, width })),
    ...checkColors(composition, blocks),
  ];
};

interface Place {
  readonly context: CheckContext;
  readonly width: number;
}

const checkBlock = (block: Block, place: Place): readonly Finding[] => {
  if (block.kind === 'html') return checkHtml(block, place.context);
  if (block.kind === 'qrCode') return checkQrCode(block, place.width);
  return block.kind === 'image' || block.kind === 'banner' ? checkImage(block, place) : [];
};

const checkImage = (
  block: Extract<Block, { kind: 'image' | 'banner' }>,
  { context, width }: Place,
): readonly Finding[] => {
  const findings: Finding[] = [...missingImage(block, context)];
  if (isBlank(block.alt.default)) findings.push(warning('no-alt', block.id));
  if (block.width > width)
    findings.push({ ...warning('wider-than-signature', block.id), values: { width: block.width, limit: width } });
  if (block.kind === 'banner' && block.from !== null && block.until !== null && block.until < block.from)
    findings.push({ ...error('dates-reversed', block.id), values: { from: block.from, until: block.until } });
  return findings;
};

const missingImage = (
  block: Extract<Block, { kind: 'image' | 'banner' }>,
  { image, logo }: CheckContext,
): readonly Finding[] => {
  const source = block.kind === 'banner' ? { kind: 'upload' as const, imageId: block.imageId } : block.source;
  if (source.kind === 'photo') return [];
  if (source.kind === 'logo') return logo === null || image(logo) === null ? [warning('logo-missing', block.id)] : [];
  return image(source.imageId) === null ? [error('image-missing', block.id)] : [];
};

const checkHtml = (
  { id: blockId, html }: { readonly id: string | null; readonly html: string },
  { image, isField }: CheckContext,
): readonly Finding[] => [
  ...(ownImagesIn(html).some((id) => image(id) === null) ? [error('image-missing', blockId)] : []),
  ...(isBlank(html) ? [error('empty', blockId)] : invalidTemplate(html, blockId)),
  ...fieldsInHtml(html)
    .filter((path) => !isField(path) && !/^(?:person|mailbox)\.custom\./.test(path))
    .map((path) => ({ ...warning('unknown-field', blockId), values: { field: path } })),
  ...ignoredByWord(html).map((property) => ({ ...warning('css-ignored', blockId), values: { property } })),
  ...(/\b(?:href|src)\s{0,9}=\s{0,9}["']?http:/i.test(html) ? [warning('insecure-link', blockId)] : []),
];

const invalidTemplate = (html: string, blockId: string | null): readonly Finding[] => {
  try {
    openHtmlTemplate(html);
    return [];
  } catch (problem) {
    if (problem instanceof TemplateError) return [findingOf(problem, blockId)];
    throw problem;
  }
};

const refusals = ['signature-too-long', 'template-limit', 'template-include'] as const;

/** A refusal to render as a finding. */
export const findingOf = ({ code, values: { blockId, ...values } }: TemplateError, place: string | null): Finding => {
  const id = typeof blockId === 'string' && blockId !== '' ? blockId : place;
  const told = Object.entries(values).filter((entry): entry is [string, string | number] => !Array.isArray(entry[1]));
  const known = refusals.find((each) => each === code) ?? 'template-invalid';
  return { ...error(known, id), values: Object.fromEntries(told) };
};
