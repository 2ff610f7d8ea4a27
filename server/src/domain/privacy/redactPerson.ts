import { erasedName, type PersonTraits } from './personTraits.ts';

/** One place where a person is named. */
export interface Mention {
  /** Names of fields, joined by dots. */
  readonly path: string;
  readonly value: string;
}

export interface Redacted<T> {
  /** The same object where the person is not in it. */
  readonly value: T;
  readonly mentions: readonly Mention[];
}

/** Designs say what administrators wrote for everybody to read, and a seal is no text. */
const untouched: ReadonlySet<string> = new Set(['draft', 'design', 'sealed', 'content']);
/** Fields of the audit trail that hold several values as one text. */
const prose: ReadonlySet<string> = new Set(['old', 'new']);
/** Fields of texts that somebody wrote or is called. */
const free = /^(?:displayName|name|text|value|old|new|by|\w+By)$/;
/** What a role, a state or a kind looks like in any other field: not the name of whoever is called `admin`. */
const wordOfOurs = /^[a-z]+(?:[A-Z][a-z]*)*$/;

/**
 * Takes one person out of a document that is about something else: they leave lists of people, and stand as a pseudonym
 * where they did something. Everybody else stays as they are.
 */
export const redactPerson = <T>(document: T, traits: PersonTraits): Redacted<T> => {
  const mentions: Mention[] = [];
  const note = (path: string, value: string): void => {
    mentions.push({ path, value });
  };
  const value = redactValue(document, { traits, note, path: '', key: '' });
  return { value: mentions.length === 0 ? document : (value as T), mentions };
};

interface Place {
  readonly traits: PersonTraits;
  readonly note: (path: string, value: string) => void;
  readonly path: string;
  readonly key: string;
}

const below = (place: Place, key: string): Place => ({
  ...place,
  key,
  path: place.path === '' ? key : `${place.path}.${key}`,
});

const redactValue = (value: unknown, place: Place): unknown => {
  if (typeof value === 'string') return redactText(value, place);
  if (Array.isArray(value)) return redactList(value, place);
  return typeof value === 'object' && value !== null ? redactObject(value as Fields, place) : value;
};

type Fields = Readonly<Record<string, unknown>>;

const redactList = (list: readonly unknown[], place: Place): readonly unknown[] => {
  const kept = list.filter((one) => !isAbout(one, place.traits.id));
  if (kept.length < list.length) place.note(place.path, place.traits.id);
  return kept.map((one) => redactValue(one, place));
};

/** A pick, or something that one person was given. */
const isAbout = (one: unknown, id: string): boolean => {
  if (typeof one !== 'object' || one === null) return false;
  const { id: own, person } = one as { readonly id?: unknown; readonly person?: unknown };
  return isId(own, id) || (typeof person === 'object' && person !== null && 'id' in person && isId(person.id, id));
};

const isId = (value: unknown, id: string): boolean => typeof value === 'string' && value.toLowerCase() === id;

/** Beside the id of somebody or something else stands the name of those, who may be called the same. */
const isOthers = ({ id, userId = id }: Fields, traits: PersonTraits): boolean =>
  typeof userId === 'string' && !isId(userId, traits.id);

const nameless = (place: Place): Place => ({ ...place, traits: { ...place.traits, names: [] } });

const redactObject = (fields: Fields, place: Place): Fields => {
  const isThem = isId(fields['id'], place.traits.id);
  const entries = Object.entries(fields).map(([key, value]) => {
    if (untouched.has(key)) return [key, value];
    const named = isThem && (key === 'name' || key === 'displayName') && typeof value === 'string';
    const at = below(place, key);
    const known = key === 'displayName' && isOthers(fields, place.traits) ? nameless(at) : at;
    return [key, named ? erasedName : redactValue(value, known)];
  });
  return Object.fromEntries(entries) as Fields;
};

const redactText = (text: string, { traits, note, path, key }: Place): string => {
  const { id, names, addresses, pseudonym } = traits;
  const isName = names.includes(text) && (free.test(key) || !wordOfOurs.test(text));
  let redacted = isName ? erasedName : text;
  redacted = replaceWord(redacted, { word: id, by: pseudonym, inside: inId });
  for (const address of addresses) redacted = replaceWord(redacted, { word: address, by: erasedName, inside: inWord });
  if (prose.has(key))
    for (const name of names) redacted = replaceWord(redacted, { word: name, by: erasedName, inside: inWord });
  if (redacted !== text) note(path, text);
  return redacted;
};

const inWord = /[\p{L}\p{N}_.+-]/u;
/** A path, such as one to a value of theirs, has dots around it. */
const inId = /[\p{L}\p{N}_-]/u;

interface Replacement {
  readonly word: string;
  readonly by: string;
  /** What beside it makes it a part of a longer one. */
  readonly inside: RegExp;
}

/** Whatever its case, and not where it is only a part of a longer one. Linear. */
const replaceWord = (text: string, { word, by, inside }: Replacement): string => {
  if (word === '' || text.length < word.length) return text;
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  // Lower case may be longer, as that of the Turkish İ is; then places would not fit.
  if (lower.length !== text.length) return lower.includes(wanted) ? by : text;
  let result = '';
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (inside.test(text[at - 1] ?? '') || inside.test(text[end] ?? '')) continue;
    result += text.slice(from, at) + by;
    from = end;
  }
  return result + text.slice(from);
};
