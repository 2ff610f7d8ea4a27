import { htmlToText } from 'html-to-text';
import juice from 'juice';
import { Liquid } from 'liquidjs';
import { TemplateError } from '../errors.ts';
import type { ComposeType } from './composeType.ts';
import type { SignatureTemplate } from './defaultTemplate.ts';
import { formatPhone, phoneLink } from './formatPhone.ts';
import { sanitizeSignature } from './sanitizeSignature.ts';

export interface RenderedSignature {
  readonly html: string;
  readonly text: string;
}

/** Outlook's `setSignatureAsync` takes so many characters. https://learn.microsoft.com/javascript/api/outlook/office.body */
export const maximumSignatureLength = 30_000;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const openEngine = (): Liquid => {
  // Values are people's own words: escaped by default. No file system, no inherited properties, bounded work.
  const engine = new Liquid({
    outputEscape: 'escape',
    ownPropertyOnly: true,
    relativeReference: false,
    templates: {},
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 5_000_000,
  });
  engine.registerFilter('phone', (number: unknown, country: unknown) => formatPhone(asText(number), asText(country)));
  engine.registerFilter('tel', (number: unknown, country: unknown) => phoneLink(asText(number), asText(country)));
  return engine;
};

const engine = openEngine();

/**
 * The signature of one person for one compose type, as HTML and as plain text. Pure: the same template and values
 * give the same result. Throws TemplateError when the template does not parse or render.
 */
export const renderSignature = (
  template: SignatureTemplate,
  composeType: ComposeType,
  values: Readonly<Record<string, string>>,
): RenderedSignature => {
  const html = sanitizeSignature(juice(fill(template.html[composeType], values)));
  if (html.length > maximumSignatureLength) {
    throw new TemplateError('signature-too-long', 'The signature is longer than the 30,000 characters Outlook takes.', {
      values: { length: html.length },
    });
  }
  const text = plainText(html);
  return text === '' && !html.includes('<img') ? { html: '', text: '' } : { html, text };
};

const fill = (template: string, values: Readonly<Record<string, string>>): string => {
  try {
    return String(engine.parseAndRenderSync(template, values));
  } catch (cause) {
    throw new TemplateError('template-invalid', 'The template of this signature cannot be rendered.', { cause });
  }
};

const plainText = (html: string): string =>
  htmlToText(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  })
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
