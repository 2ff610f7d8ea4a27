import { fieldPaths } from '../../fields/paths/openIsField.ts';
import { usualFields } from '../../fields/fieldSettings.ts';
import { asOfPerson } from '../../fields/paths/pathOf.ts';
import { foldText } from '../../teammate/foldText.ts';
import { fieldNamed } from './fieldNames.ts';

/** What is known of a manager, by the names of the person's own fields. */
const ofManager: Readonly<Record<string, string>> = {
  displayName: 'displayName',
  jobTitle: 'jobTitle',
  mail: 'mail',
  businessPhone: 'phone',
};

/** What a placeholder is read with. */
export interface Meaning {
  /** Paths of the tenant's fields, those of a mailbox as the person's. Left out: those that every tenant has. */
  readonly fields?: readonly string[] | undefined;
  /** Whether Set-OutlookSignatures' `$CurrentMailbox…$` are about whoever signs. */
  readonly isOwnMailbox: boolean;
}

/**
 * There `$CurrentMailbox…$` are of the mailbox that a signature is for, which is the person's own; only in one for somebody
 * else's mailbox do they stand beside `$CurrentUser…$`.
 */
export const speaksOfOthers = (text: string): boolean => /\$currentuser[a-z]/i.test(text);

/** Of Set-OutlookSignatures: whose field it is, the longer names first. */
const ownersFor = ({ isOwnMailbox }: Meaning): readonly (readonly [string, string])[] => [
  ['currentusermanager', 'manager'],
  ['currentuser', 'person'],
  ...(isOwnMailbox ? ([['currentmailboxmanager', 'manager']] as const) : []),
  ['currentmailbox', isOwnMailbox ? 'person' : 'mailbox'],
];

const label = String.raw`[a-z][a-z\d _.()/-]{0,60}`;

/** Where a field is meant; null: it means nothing here. Places count as the text does in which it stands. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly field: string | null;
}

/**
 * `{FirstName}` of Exclaimer, `{First name}` and `{Zip/Postal code}` of CodeTwo, `{{first_name}}` of several,
 * `${firstName}` of programs, `$CurrentUserGivenName$` of Set-OutlookSignatures, `(!FirstName!)` of Crossware, `%%FirstName%%` of Exchange; what templates
 * of programs say beside that (`{% if phone %}`, `{{#if phone}}`), and our own with a filter.
 */
const certain = new RegExp(
  [
    String.raw`\{%[^{}\n]{0,200}%\}`,
    String.raw`\{\{[-~]? ?[#^][^{}\n]{0,200}\}\}`,
    String.raw`\{\{ ?(?:person|manager|mailbox)\.[\w.]{1,160} ?(?:\|[^{}\n]{0,200})?\}\}`,
    String.raw`\{\{ ?${label}\|[^{}\n]{0,200}\}\}`,
    String.raw`\$?\{{1,3} ?\/?${label}\}{1,3}`,
    String.raw`\$[a-z][a-z\d-]{2,60}\$`,
    String.raw`\(! ?[a-z][a-z\d _.-]{0,60}!\)`,
    `%%${label}%%`,
  ].join('|'),
  'gi',
);

/**
 * `[Your name]` of templates in the web, `«First_Name»` of mail merges, `<First name>`, `%FirstName%`, `#FirstName#`, the last
 * without spaces: "#mobile #office" are two words to find something by.
 */
const bracketed = new RegExp(
  [
    `\\[{1,2} ?${label}\\]{1,2}`,
    `«${label}»`,
    `<{1,2} ?${label}>{1,2}`,
    `%${label}%`,
    String.raw`#{1,2}[a-z][a-z\d_.-]{0,60}#{1,2}`,
  ].join('|'),
  'gi',
);

const foundBy = (pattern: RegExp, text: string, meaning: Meaning): readonly Placeholder[] =>
  [...text.matchAll(pattern)].map(({ 0: written, index }) => ({
    ...{ start: index, end: index + written.length, field: fieldOf(foldText(written), meaning) },
  }));

/** What is a placeholder whether or not it means something here. */
export const placeholdersIn = (text: string, meaning: Meaning): readonly Placeholder[] =>
  foundBy(certain, text, meaning);

/** Between signs that other words stand between as well: only what is known is one, and "[Manager]" may be a title. */
export const bracketedIn = (text: string, meaning: Meaning): readonly (Placeholder & { readonly field: string })[] =>
  foundBy(bracketed, text, meaning).filter(
    (found): found is Placeholder & { field: string } =>
      found.field !== null && !/^.{1,3}manager\W/i.test(text.slice(found.start, found.end)),
  );

/** The field that a folded placeholder stands for. */
const fieldOf = (text: string, meaning: Meaning): string | null => {
  if (/^\{+[-~]? ?[%#^]/.test(text)) return null;
  const [, own, filter] = /^\{\{ ?((?:person|manager|mailbox)\.[^ |}]+) ?(?:\| ?(\w*))?/.exec(text) ?? [];
  if (own !== undefined) return ownField(filter === 'address' ? own.replace(/\..*/, '.address') : own, meaning);
  const { owner, rest } = partsOf(text.replace(/\|.*/, '').replace(/[^a-z\d$]/g, ''), meaning);
  return fieldOfOwner(owner, rest.replace(/(?:e164|international|national|rfc3966)$/, ''));
};

/** Whose field a name is, and which. */
const partsOf = (name: string, meaning: Meaning): { readonly owner: string; readonly rest: string } => {
  const letters = name.replaceAll('$', '');
  const found = name.startsWith('$') ? ownersFor(meaning).find(([prefix]) => letters.startsWith(prefix)) : undefined;
  if (found !== undefined) return { owner: found[1], rest: letters.slice(found[0].length) };
  const ofTheirs = /^manager(.*)$/.exec(letters)?.[1];
  return ofTheirs === undefined ? { owner: 'person', rest: letters } : { owner: 'manager', rest: ofTheirs || 'name' };
};

const fieldOfOwner = (owner: string, name: string): string | null => {
  const known = fieldNamed(name);
  const field = owner === 'manager' ? ofManager[known ?? ''] : known;
  return field === undefined ? null : `${owner}.${field}`;
};

/** One of our own, by its path in lower case. */
const ownField = (path: string, { fields = fieldPaths(usualFields) }: Meaning): string | null => {
  const field = fields.find((each) => each.toLowerCase() === asOfPerson(path));
  if (field === undefined) return null;
  return path.startsWith('mailbox.') ? field.replace(/^person\./, 'mailbox.') : field;
};

/** CodeTwo's sign about what goes when a field in it is blank: what is recognised does so by itself. */
const removing = /\{ ?\/?rt ?\}/gi;

export const withoutRemovingTags = (html: string): string => html.replace(removing, '');
