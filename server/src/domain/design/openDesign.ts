import { TemplateError } from '../errors.ts';
import type { ComposeType } from '../signature/composeType.ts';
import type { Composition } from './composition.ts';
import type { DesignContext, DesignPerson } from './designPerson.ts';
import { openHtmlTemplate, type FilledHtml } from './template/openHtmlTemplate.ts';
import { mailText } from './render/mailText.ts';
import { withOwnImages } from './render/ownImages.ts';
import { renderComposition, type FillHtml, type Rendered } from './render/renderComposition.ts';
import type { MailDesign, SignatureDesign } from './signature.ts';

/** Outlook's `setSignatureAsync` takes so many characters. https://learn.microsoft.com/javascript/api/outlook/office.body */
export const maximumSignatureLength = 30_000;

/** Renders one design for one person after the other. */
export type RenderDesign = (composeType: ComposeType, person: DesignPerson) => Rendered;

const nothing: Rendered = { html: '', text: '', ghosts: [] };

/**
 * Prepares a design once for everybody. What it returns is pure: the same values give the same bytes, empty where nothing
 * is put in. Both throw TemplateError with `blockId` in its values: `template-invalid`, and `signature-too-long` for a
 * person whose signature Outlook would not take.
 */
export const openDesign = (design: SignatureDesign, context: DesignContext): RenderDesign => {
  const fillHtml = openHtmlBlocks(context);
  const opened = new Map<ComposeType, (person: DesignPerson) => Rendered>();
  return (composeType, person) => {
    const known = opened.get(composeType) ?? openMail(designFor(design, composeType), { context, fillHtml });
    opened.set(composeType, known);
    return checkLength(known(person));
  };
};

/** What is put into mail of this type; null: nothing. */
export const designFor = (design: SignatureDesign, composeType: ComposeType): MailDesign | null => {
  const chosen = design[composeType];
  switch (chosen.kind) {
    case 'none':
      return null;
    case 'sameAsNew':
      return design.newMail;
    case 'sameAsReply':
      return designFor(design, 'reply');
    default:
      return chosen;
  }
};

interface Tools {
  readonly context: DesignContext;
  readonly fillHtml: FillHtml;
}

const openMail = (mail: MailDesign | null, tools: Tools): ((person: DesignPerson) => Rendered) => {
  if (mail === null) return () => nothing;
  if (mail.kind === 'composition') return (person) => renderComposition(mail.composition, person, tools);
  return (person) => {
    const filled = tools.fillHtml({ id: '', html: mail.html }, person);
    return { ...filled, text: mailText(filled.text, directionOf(filled.html)) };
  };
};

/** As an expert's HTML says it about all that it holds; what its style says counts more. */
const directionOf = (html: string): Composition['direction'] => {
  const [tag = ''] = /^<[^<>]*>/.exec(html) ?? [];
  const [, style = ''] = /\sstyle="([^"]*)"/.exec(tag) ?? [];
  const [, styled] = /^(?:.*;)?direction:(ltr|rtl)/.exec(style) ?? [];
  return (styled ?? /\sdir="(ltr|rtl)"/i.exec(tag)?.[1]?.toLowerCase()) === 'rtl' ? 'rtl' : 'ltr';
};

/** Templates are parsed once each. */
const openHtmlBlocks = ({ image }: DesignContext): FillHtml => {
  const opened = new Map<string, (person: DesignPerson) => FilledHtml>();
  return ({ id, html }, person) => {
    try {
      const template = opened.get(html) ?? openHtmlTemplate(html);
      opened.set(html, template);
      const { html: filled, text } = template(person);
      return { html: withOwnImages(filled, image), text, ghosts: [] };
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw new TemplateError(error.code, error.message, { cause: error, values: { ...error.values, blockId: id } });
    }
  };
};

const checkLength = (rendered: Rendered): Rendered => {
  const { length } = rendered.html;
  if (length <= maximumSignatureLength) return rendered;
  throw new TemplateError('signature-too-long', 'The signature is longer than the 30,000 characters Outlook takes.', {
    values: { length },
  });
};
