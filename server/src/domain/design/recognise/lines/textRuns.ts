import { lineElements, tableParts } from '../../../signature/lineElements.ts';
import { foldText } from '../../../teammate/foldText.ts';

/** Sanitised HTML as what is written between its tags, and the tags. */
export interface Run {
  readonly kind: 'tag' | 'text';
  readonly source: string;
}

/** Elements that begin or end a line. */
const parting = new RegExp(String.raw`^</?(?:${[...lineElements, ...tableParts].join('|')})\b`);

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What sanitised HTML says. */
export const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);

/** In sanitised HTML a `<` begins a tag and a `>` ends it, nowhere else. */
export const runsOf = (html: string): readonly Run[] =>
  html
    .split(/(<[^<>]*>)/)
    .filter((source) => source !== '')
    .map((source): Run =>
      source.startsWith('<') ? { kind: 'tag', source } : { kind: 'text', source: decode(source) },
    );

/** All that is written, as one text in which a search finds what tags cut into pieces. */
export interface Written {
  /** Folded: lower case, no marks, single spaces, lines parted by a line break. */
  readonly text: string;
  /** For each sign of `text`, the run and the place in it that it comes from. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly run: number;
  readonly at: number;
}

export const writtenIn = (runs: readonly Run[]): Written => {
  const signs: string[] = [];
  const places: Place[] = [];
  const write = (sign: string, place: Place): void => {
    const isSpace = sign === ' ' || sign === '\n';
    const last = signs.at(-1);
    if (isSpace && (last === '\n' || last === sign)) return;
    signs.push(sign);
    places.push(place);
  };
  runs.forEach(({ kind, source }, run) => {
    if (kind === 'tag') {
      if (parting.test(source)) write('\n', { run, at: 0 });
      return;
    }
    for (const { segment, index } of signsOf(source)) {
      for (const unit of folded(segment)) write(unit, { run, at: index });
    }
  });
  return { text: signs.join(''), places };
};

const signsOf = function* (source: string): Generator<{ segment: string; index: number }> {
  let index = 0;
  for (const segment of source) {
    yield { segment, index };
    index += segment.length;
  }
};

/** A value as it stands in the text of `Written`. */
export const foldedValue = (value: string): string => withOneSigma(foldText(value)).replace(/\s+/g, ' ');

/** In Greek the last one of a word is another sign in small letters, which a sign alone does not tell. */
const withOneSigma = (folded: string): string => folded.replaceAll('ς', 'σ');

/** As UTF-16 units, so that places count as `text` does. Signs that nobody sees are none. */
const folded = (sign: string): readonly string[] => {
  if (/\s/u.test(sign)) return [' '];
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(sign)) return [];
  return withOneSigma(foldText(sign)).split('');
};

/** From one sign of the written text to another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly run: number;
  readonly from: number;
  readonly to: number;
}

/** As it was written, from the first to the last sign, across the runs in between. */
export const sourceOf = (runs: readonly Run[], places: readonly Place[], stretch: Stretch): string =>
  piecesOf(runs, places, stretch)
    .map(({ run, from, to }) => runs[run]?.source.slice(from, to) ?? '')
    .join('');

/** What of each run of text a stretch of the written text covers. */
export const piecesOf = (runs: readonly Run[], places: readonly Place[], { start, end }: Stretch): readonly Piece[] => {
  const [first, last] = [places[start], places[end - 1]];
  if (first === undefined || last === undefined) return [];
  return runs.slice(first.run, last.run + 1).flatMap(({ kind, source }, offset): readonly Piece[] => {
    if (kind === 'tag') return [];
    const run = first.run + offset;
    const from = run === first.run ? first.at : 0;
    const sign = source.codePointAt(last.at) ?? 0;
    const to = run === last.run ? last.at + String.fromCodePoint(sign).length : source.length;
    return [{ run, from, to }];
  });
};
