import type { SignatureDesign } from '../signature.ts';
import { collapsing } from './collapsing.ts';
import { cleanPasted, lostImages } from './cleanPasted.ts';
import { findMatches, type Match } from './findMatches.ts';
import type { Known, Sought } from './known.ts';
import { fillTag, type FilledTag } from './fillTag.ts';
import { findStaying, type Staying } from './findStaying.ts';
import { asData, wordsFor } from './liquid.ts';
import { longestHtml, pasteTooLong } from './pasteTooLong.ts';
import { speaksOfOthers } from './placeholders.ts';
import type { Filled } from './lines/filledTree.ts';
import type { LinePart } from './lines/linePart.ts';
import { partsOfWords } from './lines/withSeparators.ts';
import { piecesOf, runsOf, sourceOf, writtenIn, type Run, type Stretch, type Written } from './lines/textRuns.ts';

export interface Recognised {
  readonly design: SignatureDesign;
  /** What was found and which field takes its place, each pair once. */
  readonly found: readonly { readonly text: string; readonly field: string }[];
  /** Placeholders of other products that mean nothing here. */
  readonly unknown: readonly string[];
  /** Pictures that are not taken along, because only the computer or mail they were copied from has them. */
  readonly lostImages: number;
  /** Ways to reach somebody that are the same in everybody's mail. */
  readonly staying: readonly Staying[];
}

/**
 * A pasted signature as a design in HTML, with fields in the places of a person's own values and of other products'
 * placeholders. It is looked for in what is written, so tags within a value do not hide it; everything else stays as it
 * is, as data. Throws TemplateError `paste-too-long` or `paste-empty`.
 */
export const recogniseSignature = (pasted: string, known: Known): Recognised => {
  const runs = runsOf(cleanPasted(pasted));
  const written = writtenIn(runs);
  const said = [written.text, ...runs.flatMap(({ kind, source }) => (kind === 'tag' ? [source] : []))];
  const sought: Sought = { ...known, isOwnMailbox: !said.some(speaksOfOthers) };
  const textOf = (stretch: Stretch): string => sourceOf(runs, written.places, stretch);
  const matches = findMatches(written.text, sought, textOf);
  const fields = matches.filter((match): match is Match & { field: string } => match.field !== null);
  const tags = runs.map(({ kind, source }) => (kind === 'tag' ? fillTag(source, sought) : null));
  const html = fill(runs, { written, fields, tags, known });
  if (html.length > longestHtml) throw pasteTooLong(html.length);
  const found = [
    ...fields.map((match) => ({ text: textOf(match), field: match.field })),
    ...tags.flatMap((tag) => tag?.found ?? []),
  ];
  const unknown = [
    ...matches.filter(({ field }) => field === null).map(textOf),
    ...tags.flatMap((tag) => tag?.unknown ?? []),
  ];
  return {
    design: {
      newMail: { kind: 'html', html },
      reply: { kind: 'sameAsNew' },
      forward: { kind: 'sameAsReply' },
      images: 'hosted',
    },
    found: [...new Map(found.map((one) => [`${one.field} ${one.text}`, one])).values()],
    lostImages: lostImages(pasted),
    staying: findStaying({ runs, tags, words: without(written.text, matches) }, known),
    unknown: [...new Set(unknown)],
  };
};

const without = (text: string, matches: readonly Match[]): string => {
  let rest = '';
  let at = 0;
  for (const { start, end } of matches) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  return rest + text.slice(at);
};

interface Filling {
  readonly written: Written;
  readonly fields: readonly (Match & { readonly field: string })[];
  /** By run; null for one of text. */
  readonly tags: readonly (FilledTag | null)[];
  readonly known: Known;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  /** Null: it goes on here, and began in a run before. */
  readonly field: string | null;
  readonly liquid: string;
}

/** What is left of a run: the field stands in the first piece of its value, the others are empty. */
const fill = (runs: readonly Run[], { written, fields, tags, known }: Filling): string => {
  const cuts = new Map<number, Cut[]>();
  for (const { field, ...match } of fields) {
    const liquid = wordsFor(field, sourceOf(runs, written.places, match), known);
    piecesOf(runs, written.places, match).forEach(({ run, from, to }, index) => {
      cuts.set(run, [...(cuts.get(run) ?? []), { from, to, field: index === 0 ? field : null, liquid }]);
    });
  }
  return collapsing(
    runs.map(({ source }, run): Filled => {
      const tag = tags[run];
      return tag ? { kind: 'tag', html: tag.html, fields: tag.fields } : cut(source, cuts.get(run) ?? []);
    }),
  );
};

const cut = (source: string, cuts: readonly Cut[]): Filled => {
  const parts: LinePart[] = [];
  let at = 0;
  for (const { from, to, field, liquid } of cuts) {
    parts.push(...partsOfWords(asData(source.slice(at, from))));
    if (field !== null) parts.push({ html: liquid, fields: [field] });
    at = to;
  }
  return { kind: 'text', parts: [...parts, ...partsOfWords(asData(source.slice(at)))] };
};
