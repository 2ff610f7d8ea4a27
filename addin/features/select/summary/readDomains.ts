import { selectionSchema } from '../../../../server/src/contract/people/selection.ts';

const domainSchema = selectionSchema.shape.filters.shape.domains.element;

export interface ReadDomains {
  readonly added: readonly string[];
  readonly error: 'badDomain' | 'domainTwice' | null;
}

/** The domains in what somebody typed or pasted, separated by anything; all of them must be right. */
export function readDomains(text: string, known: readonly string[]): ReadDomains {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const parsed = words.map((word) => domainSchema.safeParse(word));
  const added = [...new Set(parsed.flatMap((result) => (result.success ? [result.data] : [])))];
  if (parsed.length === 0 || parsed.some((result) => !result.success)) return { added: [], error: 'badDomain' };
  if (added.some((domain) => known.includes(domain))) return { added: [], error: 'domainTwice' };
  return { added, error: null };
}
