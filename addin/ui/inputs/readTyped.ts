import { readDomains, type DomainList, type ReadDomains } from './readDomains.ts';

export interface Typed {
  readonly text: string;
  /** The domains that it means; none while it is not right. */
  readonly meant: readonly string[];
  readonly error: ReadDomains['error'];
}

/** What stands in the field of a list of domains; an empty field means nothing, and nothing is wrong with it. */
export function readTyped(text: string, list: DomainList): Typed {
  if (text.trim() === '') return { text, meant: [], error: null };
  const { added, error } = readDomains(text, list);
  return { text, meant: added, error };
}
