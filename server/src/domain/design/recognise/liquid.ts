import { ownerOf } from '../designPerson.ts';
import { inAttribute, inText } from '../render/markup.ts';
import type { Known } from './known.ts';

/** Never a template: braces are written so that Liquid does not see them, and sanitising writes them as they were. */
export const withoutBraces = (html: string): string => html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');

export const asData = (text: string): string => withoutBraces(inText(text));

/** The same within an attribute. */
export const asAttribute = (text: string): string => withoutBraces(inAttribute(text));

export const liquidFor = (field: string, { typeOf }: Known): string =>
  typeOf(field) === 'phone' ? `{{ ${field} | phone: ${ownerOf(field)}.country }}` : `{{ ${field} }}`;
