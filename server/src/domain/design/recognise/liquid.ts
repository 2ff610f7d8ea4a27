import { ownerOf, type Known } from './findMatches.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '{': '&#123;',
  '}': '&#125;',
};

/** Never a template: braces are written so that Liquid does not see them, and sanitising writes them as they were. */
export const asData = (text: string): string => text.replace(/[&<>{}]/g, (sign) => entities[sign] ?? sign);

/** The same within an attribute. */
export const asAttribute = (text: string): string => text.replace(/[&<>{}"]/g, (sign) => entities[sign] ?? sign);

/** Of what is HTML already. */
export const withoutBraces = (html: string): string => html.replace(/[{}]/g, (sign) => entities[sign] ?? sign);

export const liquidFor = (field: string, { typeOf }: Known): string =>
  typeOf(field) === 'phone' ? `{{ ${field} | phone: ${ownerOf(field)}.country }}` : `{{ ${field} }}`;
