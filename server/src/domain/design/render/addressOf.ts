import { webLink } from '../../signature/webLink.ts';
import type { ButtonBlock } from '../composition.ts';
import { fieldValue } from './fieldValue.ts';
import type { Eye } from './renderParts.ts';

type Address = ButtonBlock['href'];

/** Null where the field that holds it is blank, or no address. */
export const addressOf = (href: Address, { person, context }: Pick<Eye, 'person' | 'context'>): string | null => {
  if (href.kind === 'url') return href.url;
  const value = fieldValue(href.field, person, context);
  if (value === null) return null;
  const isWords = context.typeOf(href.field) === 'text';
  return (isWords ? webLink(value.shown) : value.href) || null;
};

export const fieldOf = (href: Address): readonly string[] => (href.kind === 'field' ? [href.field] : []);
