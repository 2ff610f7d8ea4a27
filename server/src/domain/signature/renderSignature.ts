import juice from 'juice';
import { Liquid } from 'liquidjs';
import { plainText } from '../design/render/plainText.ts';
import { TemplateError } from '../errors.ts';
import { needsIsolation, presentable } from '../text/presentable.ts';
import type { ComposeType } from './composeType.ts';
import type { SignatureTemplate } from './defaultTemplate.ts';
import { addressLines } from './formatAddress.ts';
import { formatPhone, linkedPhone, phoneLink } from './formatPhone.ts';
import { mailLink } from './mailLink.ts';
import { sanitizeSignature } from './sanitizeSignature.ts';

export interface RenderedSignature {
  readonly html: string;
  readonly text: string;
}

/** Outlook's `setSignatureAsync` takes so many characters. https://learn.microsoft.com/javascript/api/outlook/office.body */
export const maximumSignatureLength = 30_000;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Escaped, and kept from mixing its order with that of the words around it. Links are ASCII and written `raw`. */
const escapeAndIsolate = (value: unknown): string => {
  const text = String(value ?? '');
  const escaped = text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  return needsIsolation(text) ? `<bdi>${escaped}</bdi>` : escaped;
};

const openEngine = (): Liquid => {
  // Values are people's own words: escaped by default. No file system, no inherited properties, bounded work.
  const engine = new Liquid({
    outputEscape: escapeAndIsolate,
    ownPropertyOnly: true,
    relativeReference: false,
    templates: {},
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 5_000_000,
  });
  engine.registerFilter('phone', (number: unknown, country: unknown) => formatPhone(asText(number), asText(country)));
  engine.registerFilter('tel', (number: unknown, country: unknown) => phoneLink(asText(number), asText(country)));
  engine.registerFilter('linkedPhone', (number: unknown, country: unknown) =>
    linkedPhone(asText(number), asText(country)),
  );
  engine.registerFilter('mailto', (address: unknown) => mailLink(asText(address)));
  engine.registerFilter('address', (...parts: unknown[]) => {
    const [streetAddress = '', postalCode = '', city = '', state = '', country = ''] = parts.map(asText);
    return addressLines({ streetAddress, postalCode, city, state, country });
  });
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

/** Whoever calls: no value reaches a mail that could not be shown. */
const clean = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, presentable(value)]));

const fill = (template: string, values: Readonly<Record<string, string>>): string => {
  try {
    return String(engine.parseAndRenderSync(template, clean(values)));
  } catch (cause) {
    throw new TemplateError('template-invalid', 'The template of this signature cannot be rendered.', { cause });
  }
};
