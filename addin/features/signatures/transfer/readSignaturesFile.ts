import type { ChosenFile } from '../../../api/signatures/signaturesFileApi.ts';

/** What a file is that cannot be one of signatures. */
export type Foreign = 'empty' | 'noJson' | 'list' | 'value';

/** What is in the text of a chosen file, or else what the file is. Whether an object in JSON is one of signatures the API says. */
export function readSignaturesFile(text: string): { readonly file: ChosenFile } | { readonly foreign: Foreign } {
  if (text.trim() === '') return { foreign: 'empty' };
  const content = parsed(text);
  if (content === undefined) return { foreign: 'noJson' };
  if (Array.isArray(content)) return { foreign: 'list' };
  return typeof content === 'object' && content !== null ? { file: { ...content } } : { foreign: 'value' };
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
