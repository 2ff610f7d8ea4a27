import { phoneLink } from '../../signature/formatPhone.ts';
import { mailLink } from '../../signature/mailLink.ts';
import { webLink } from '../../signature/webLink.ts';
import { percentDecoded } from '../../text/percentDecoded.ts';
import { ownerOf } from '../designPerson.ts';
import { findMatches } from './findMatches.ts';
import { countryBeside } from './findNumbers.ts';
import type { Known, Sought } from './known.ts';
import { ownInAddress } from './ownInAddress.ts';
import { asAttribute, liquidFor, withoutBraces } from './liquid.ts';
import { bracketedIn, placeholdersIn, type Placeholder } from './placeholders.ts';
import { decode, piecesOf, sourceOf, writtenIn, type Run } from './lines/textRuns.ts';

export interface FilledTag {
  readonly html: string;
  /** Of a link that leads to the person's own: without it the link is about nothing. */
  readonly fields: readonly string[];
  readonly found: readonly { readonly text: string; readonly field: string }[];
  /** Placeholders that mean nothing here. */
  readonly unknown: readonly string[];
}

/**
 * A tag with fields in its attributes: links to the person's own address, number or page follow the field, and so do values and
 * placeholders in what is said of a picture or link. Of sanitised HTML.
 */
export const fillTag = (tag: string, known: Sought): FilledTag => {
  const all: FilledTag[] = [];
  let html = '';
  let at = 0;
  for (const { 0: whole, 1: name = '', 2: value = '', index } of tag.matchAll(attribute)) {
    const text = decode(value);
    const filled = name === 'href' ? fillAddress(text, known) : fillWords(text, known);
    all.push(filled);
    html += `${withoutBraces(tag.slice(at, index))} ${name}="${filled.html}"`;
    at = index + whole.length;
  }
  return {
    html: html + withoutBraces(tag.slice(at)),
    fields: all.flatMap(({ fields }) => fields),
    found: all.flatMap(({ found }) => found),
    unknown: all.flatMap(({ unknown }) => unknown),
  };
};

/** That say something to whoever reads, or lead somewhere. */
const attribute = / (href|alt|title)="([^"]*)"/g;

const fillWords = (text: string, known: Sought): FilledTag => {
  const runs: readonly Run[] = [{ kind: 'text', source: text }];
  const { text: written, places } = writtenIn(runs);
  const stretches = findMatches(written, known, (stretch) => sourceOf(runs, places, stretch)).flatMap((match) =>
    piecesOf(runs, places, match).map((piece) => ({ ...piece, field: match.field })),
  );
  return filled(text, stretches, (field) => liquidFor(field, known));
};

const fillAddress = (address: string, known: Sought): FilledTag => {
  const own = ownLink(address, known);
  if (own === null) return fillPlaceholders(address, known);
  const rest = fillPlaceholders(own.query, known);
  return { ...rest, html: own.liquid + rest.html, fields: [own.field] };
};

const fillPlaceholders = (address: string, known: Sought): FilledTag => {
  const text = withPlaceholders(address, known);
  const places = meantIn(text, known).map(({ start, end, field }): Stretch => ({ from: start, to: end, field }));
  const own = ownInAddress(text, known);
  const stretches = [...places, ...own].sort((one, other) => one.from - other.from);
  return {
    ...filled(text, stretches, (field) => `{{ ${field} | url_encode | replace: '+', '%20' }}`),
    // A mail to somebody else, with a copy, is about them.
    fields: /^https:/i.test(address) ? own.map(({ field }) => field) : [],
  };
};

const meantIn = (text: string, known: Sought): readonly Placeholder[] => {
  const certain = placeholdersIn(text, known);
  const others = bracketedIn(text, known).filter(({ start, end }) =>
    certain.every((each) => each.end <= start || end <= each.start),
  );
  return [...certain, ...others];
};

/** The placeholder that a text is and nothing beside it. */
const meantBy = (text: string, known: Sought): Placeholder | undefined =>
  meantIn(text, known).find(({ start, end }) => start === 0 && end === text.length);

/** Browsers encode signs of a placeholder that they take for a part of an address. */
const withPlaceholders = (address: string, known: Sought): string =>
  address
    .replace(/%7B/gi, '{')
    .replace(/%7D/gi, '}')
    .replace(encodedPlaceholder, (written) => {
      const plain = percentDecoded(written);
      return meantBy(plain, known) === undefined ? written : plain;
    });

const encodedPlaceholder = new RegExp(
  [
    String.raw`\{{1,3}[^{}]{1,300}\}{1,3}`,
    String.raw`%25%25[\w%-]{1,100}%25%25`,
    String.raw`(?:%5B){1,2}[\w%-]{1,100}?(?:%5D){1,2}`,
    String.raw`(?:%3C){1,2}[\w%-]{1,100}?(?:%3E){1,2}`,
    String.raw`%C2%AB[\w%-]{1,100}?%C2%BB`,
    String.raw`%25[\w%-]{1,100}?%25`,
  ].join('|'),
  'gi',
);

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly field: string | null;
  /** Where it is written otherwise than the rest. */
  readonly liquid?: string;
}

const filled = (text: string, stretches: readonly Stretch[], liquid: (field: string) => string): FilledTag => {
  const found: { text: string; field: string }[] = [];
  const unknown: string[] = [];
  let html = '';
  let at = 0;
  for (const { from, to, field, liquid: own } of stretches) {
    const written = text.slice(from, to);
    html += asAttribute(text.slice(at, from)) + (field === null ? asAttribute(written) : (own ?? liquid(field)));
    if (field === null) unknown.push(written);
    else found.push({ text: written, field });
    at = to;
  }
  return { html: html + asAttribute(text.slice(at)), fields: [], found, unknown };
};

interface OwnLink {
  readonly field: string;
  readonly liquid: string;
  /** What follows: `?subject=Hello`. */
  readonly query: string;
}

/** A link that leads to the person's own, or to where a placeholder says. */
const ownLink = (address: string, known: Sought): OwnLink | null => {
  const [, scheme = '', rest = ''] = /^(mailto|tel|https?):(.*)$/is.exec(address) ?? [];
  const kind = scheme.toLowerCase();
  if (kind.startsWith('http')) {
    return ownPage(address, known) ?? ownPage(address.split(/[?#]/, 1).join(''), known, address);
  }
  if (kind === '') return null;
  const [target = ''] = rest.split('?');
  const field = ownField(kind, percentDecoded(target), known);
  if (field === null) return null;
  const filter = kind === 'mailto' ? 'mailto' : `tel: ${ownerOf(field)}.country`;
  return { field, liquid: `{{ ${field} | ${filter} }}`, query: rest.slice(target.length) };
};

const ownPage = (page: string, known: Sought, address = page): OwnLink | null => {
  const field = fieldWith(known, 'url', (value) => isSamePage(value, page));
  return field === null ? null : { field, liquid: `{{ ${field} | web }}`, query: address.slice(page.length) };
};

const ownField = (kind: string, target: string, known: Sought): string | null => {
  const meant = meantBy(target.trim(), known);
  if (meant !== undefined) return meant.field;
  if (kind === 'mailto')
    return fieldWith(known, 'email', (value) => mailLink(value) !== '' && isSame(value.trim(), target.trim()));
  return fieldWith(known, 'phone', (value, field) => {
    const country = countryBeside(field, known.values);
    const link = phoneLink(value, country);
    return link !== '' && link === phoneLink(target, country);
  });
};

const fieldWith = (
  { values, typeOf }: Known,
  type: 'email' | 'phone' | 'url',
  isIt: (value: string, field: string) => boolean,
): string | null =>
  Object.entries(values).find(([field, value]) => typeOf(field) === type && isIt(value, field))?.[0] ?? null;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isSamePage = (value: string, address: string): boolean => {
  const [own, there] = [webLink(value), webLink(address)].map((link) =>
    link.replace(/^https:\/\/www\./, 'https://').replace(/\/$/, ''),
  );
  return own !== undefined && own !== '' && isSame(own, there ?? '');
};
