import type { UndersignError } from '../../domain/errors.ts';

/** What of an error's values is kept with it: texts, such as Microsoft's number and sentence. */
export const saidBy = ({ values }: UndersignError): { readonly values?: Readonly<Record<string, string>> } => {
  const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.length === 0 ? {} : { values: Object.fromEntries(texts) };
};
