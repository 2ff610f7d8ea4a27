import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { inserted, most, moved } from '../model/editLists.ts';

export type Parts = readonly CompositionPart[];
type TextPart = Extract<CompositionPart, { kind: 'text' }>;

const isEmptyText = (part: CompositionPart): boolean =>
  part.kind === 'text' && part.text.default === '' && Object.keys(part.text.byLanguage ?? {}).length === 0;

const canJoin = (one: CompositionPart | undefined, other: CompositionPart): one is TextPart =>
  one?.kind === 'text' &&
  other.kind === 'text' &&
  one.text.byLanguage === undefined &&
  other.text.byLanguage === undefined &&
  JSON.stringify(one.style) === JSON.stringify(other.style);

/** Texts beside each other that look alike are one text, and empty ones are none. */
export function tidy(parts: Parts): CompositionPart[] {
  return parts.reduce<CompositionPart[]>((all, part) => {
    const last = all.at(-1);
    if (isEmptyText(part)) return all;
    if (part.kind !== 'text' || !canJoin(last, part)) return [...all, part];
    const joined = { ...last, text: { ...last.text, default: last.text.default + part.text.default } };
    return [...all.slice(0, -1), joined];
  }, []);
}

export const replacePart = (parts: Parts, at: number, part: CompositionPart): CompositionPart[] =>
  parts.map((old, index) => (index === at ? part : old));

export const removePart = (parts: Parts, at: number): CompositionPart[] =>
  tidy(parts.filter((_, index) => index !== at));

export const movePart = (parts: Parts, at: number, by: -1 | 1): CompositionPart[] =>
  at + by < 0 || at + by >= parts.length ? [...parts] : moved(parts, at, at + by);

/** Where something is put into a line: into a text, so many characters from its start, or after a part. */
export interface Gap {
  readonly at: number;
  readonly offset: number | null;
}

function split(part: TextPart, offset: number): [TextPart, TextPart] {
  const { text } = part;
  // The words of other languages stay with what stands before: only their author can tell where they split.
  return [
    { ...part, text: { ...text, default: text.default.slice(0, offset) } },
    { kind: 'text', text: { default: text.default.slice(offset) }, ...(part.style ? { style: part.style } : {}) },
  ];
}

/** The line with a part put in, and where that part stands now; as it was where the line is full. */
export function insertPart(parts: Parts, part: CompositionPart, gap: Gap): { parts: CompositionPart[]; at: number } {
  if (parts.length >= most.parts - 1) return { parts: [...parts], at: gap.at };
  const into = parts[gap.at];
  if (into?.kind !== 'text' || gap.offset === null) {
    const at = Math.min(parts.length, gap.at + 1);
    return { parts: inserted(parts, at, part), at };
  }
  const [before, after] = split(into, gap.offset);
  const halves = [before, part, after].filter((piece) => !isEmptyText(piece));
  return {
    parts: [...parts.slice(0, gap.at), ...halves, ...parts.slice(gap.at + 1)],
    at: gap.at + halves.indexOf(part),
  };
}
