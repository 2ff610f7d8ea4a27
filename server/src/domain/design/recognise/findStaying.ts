import { phoneLink, phonesIn } from '../../signature/formatPhone.ts';
import { foldText } from '../../teammate/foldText.ts';
import { percentDecoded } from '../../text/percentDecoded.ts';
import type { FilledTag } from './fillTag.ts';
import { countryBeside } from './findNumbers.ts';
import type { Known } from './known.ts';
import { decode, type Run } from './lines/textRuns.ts';

/** A way to reach somebody that no field takes the place of. */
export interface Staying {
  /** As it was written: a number, an address of mail or of the web. */
  readonly text: string;
  /** Whether it looks like one of whoever the signature is from, and not of all. */
  readonly isOwn: boolean;
}

/** Nobody reads more. */
const most = 20;

const address = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,200}\.\p{L}{2,24}/gu;

/** Of a tag: where it leads, or the picture it shows. */
const target = / (href|src)="([^"]*)"/g;

/** Pages, calendars, chats and cards that are somebody's and no company's. */
const ofPeople =
  /^https:\/\/(?:[\w-]+\.)*(?:linkedin\.com\/in\/|xing\.com\/profile\/|calendly\.com\/.|cal\.com\/.|teams\.microsoft\.com\/l\/chat\/|outlook\.office(?:365)?\.com\/(?:bookwithme|calendar)\/|facebook\.com\/profile\.php)|\.vcf(?:$|[?#])/i;

/**
 * What stays the same in everybody's mail although it tells how to reach somebody: whoever makes a signature of this reads it
 * once more. `words` is what is written, without what fields take the place of; `tags` are those of the runs.
 */
export const findStaying = (
  { runs, tags, words }: { runs: readonly Run[]; tags: readonly (FilledTag | null)[]; words: string },
  known: Known,
): readonly Staying[] => {
  const isOwn = ownBy(known);
  const country = countryBeside('person.businessPhone', known.values);
  const linked = runs.flatMap(({ source }, at) => {
    const tag = tags[at];
    return tag && tag.fields.length + tag.found.length === 0 ? targetsOf(source) : [];
  });
  const found = [
    ...[...words.matchAll(address)].map(([mail]) => mail),
    ...phonesIn(words.slice(0, longestLook), country),
    ...linked.map(({ text }) => text),
  ];
  const pictures = linked.filter(({ isPicture }) => isPicture).map(({ text }) => text);
  const unique = new Map(found.map((text) => [keyOf(text, country), text]));
  return [...unique.values()]
    .map((text) => ({ text, isOwn: isOwn(text) }))
    .filter(({ text, isOwn: own }) => own || !pictures.includes(text))
    .slice(0, most);
};

/** A whole document has more, and takes long to look through. */
const longestLook = 4000;

/** A number and a link to it are one, and so are addresses in whatever letters. */
const keyOf = (text: string, country: string): string =>
  (/^[\p{Nd}+(]/u.test(text) ? phoneLink(text, country) : '') || text.toLowerCase();

const targetsOf = (tag: string): readonly { readonly text: string; readonly isPicture: boolean }[] =>
  [...tag.matchAll(target)].flatMap(([, name, value = '']) => {
    const text = plainly(decode(value));
    return /^(?:cid|data):|^#?$/i.test(text) ? [] : [{ text, isPicture: name === 'src' }];
  });

const plainly = (link: string): string => {
  const [, scheme = '', rest = ''] = /^(mailto|tel):([^?]*)/i.exec(link) ?? [];
  return scheme === '' ? link : percentDecoded(rest);
};

/** By the names of whoever it is from, in what stands behind the name of the site or before the one of the mail. */
const ownBy = ({ values }: Known): ((text: string) => boolean) => {
  const value = (field: string): string => values[`person.${field}`] ?? '';
  const company = squashed(value('companyName'));
  const parts = value('displayName')
    .split(/\s+/)
    .map(squashed)
    .filter((part) => part.length > 2);
  // Not `info`, which is nobody's name.
  const locals = [value('mail'), value('userPrincipalName')]
    .map((mail) => squashed(mail.replace(/@.*/, '')))
    .filter((local) => parts.some((part) => local.includes(part)));
  const whole = [value('displayName'), value('givenName') + value('surname'), value('surname') + value('givenName')];
  const names = [...[...whole, value('surname')].map(squashed), ...locals].filter(
    (name) => name.length >= shortestName && !company.includes(name),
  );
  return (text) => {
    if (ofPeople.test(text)) return true;
    const place = squashed(
      percentDecoded(/^https?:/i.test(text) ? text.replace(/^https?:\/\/[^/?#]*/i, '') : text.replace(/@.*/, '')),
    );
    return names.some((name) => place.includes(name));
  };
};

/** Shorter ones stand within other words. */
const shortestName = 4;

const squashed = (text: string): string => foldText(text).replace(/[^\p{L}]/gu, '');
