import type { z } from 'zod';

/** What the API accepts at most, in every list of domains. */
const most = 100;

export interface ReadDomains {
  readonly added: readonly string[];
  readonly error: 'bad' | 'twice' | 'full' | null;
}

export interface DomainList {
  readonly known: readonly string[];
  /** Reads one of them, as the API does. */
  readonly schema: z.ZodType<string>;
}

/** The domains in what somebody typed or pasted, separated by anything; all of them must be right. */
export function readDomains(text: string, { known, schema }: DomainList): ReadDomains {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const parsed = words.map((word) => schema.safeParse(word));
  const added = [...new Set(parsed.flatMap((result) => (result.success ? [result.data] : [])))];
  const refused = (error: ReadDomains['error']): ReadDomains => ({ added: [], error });
  if (parsed.length === 0 || parsed.some((result) => !result.success)) return refused('bad');
  if (added.some((domain) => known.includes(domain))) return refused('twice');
  return known.length + added.length > most ? refused('full') : { added, error: null };
}
