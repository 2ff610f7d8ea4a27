import { foldText } from '../../teammate/foldText.ts';
import { ownerOf } from '../designPerson.ts';
import { inAttribute, inText } from '../render/markup.ts';
import type { Known } from './known.ts';

/** Never a template: braces are written so that Liquid does not see them, and sanitising writes them as they were. */
export const withoutBraces = (html: string): string => html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');

export const asData = (text: string): string => withoutBraces(inText(text));

/** The same within an attribute. */
export const asAttribute = (text: string): string => withoutBraces(inAttribute(text));

/** The same in the case of what was written: a name in capitals is one for everybody. */
export const wordsFor = (field: string, written: string, known: Known): string => {
  const value = plainly(known.values[field] ?? '');
  const filter = known.typeOf(field) === 'text' ? caseOf(plainly(written), value) : '';
  return filter === '' ? liquidFor(field, known) : `{{ ${field} | ${filter} }}`;
};

const plainly = (words: string): string => words.replace(/\s+/gu, ' ');

/** A placeholder says nothing of it. */
const caseOf = (written: string, value: string): string => {
  if (foldText(written) !== foldText(value)) return '';
  const isAs = (change: (words: string) => string): boolean => written === change(written) && value !== change(value);
  if (isAs((words) => words.toUpperCase())) return 'upcase';
  return isAs((words) => words.toLowerCase()) ? 'downcase' : '';
};

export const liquidFor = (field: string, { typeOf }: Known): string =>
  typeOf(field) === 'phone' ? `{{ ${field} | phone: ${ownerOf(field)}.country }}` : `{{ ${field} }}`;
