import type { Predicate } from './compileFilter.ts';
import { badRequest } from '../graphError.ts';
import type { PropertyRow, PropertyTable } from '../objects/propertyTable.ts';

const CLAUSE = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)\b|([()]))/y;

/** `"displayName:wa" OR ("mail:x" AND "givenName:y")`, see https://learn.microsoft.com/en-us/graph/search-query-parameter */
export function compileSearch(text: string, table: PropertyTable): Predicate {
  const parts = tokenize(text);
  let at = 0;
  const any = (): Predicate => {
    let left = all();
    while (parts[at] === 'OR') {
      at += 1;
      const [first, second] = [left, all()];
      left = (read) => first(read) || second(read);
    }
    return left;
  };
  const all = (): Predicate => {
    let left = one();
    while (parts[at] === 'AND') {
      at += 1;
      const [first, second] = [left, one()];
      left = (read) => first(read) && second(read);
    }
    return left;
  };
  const one = (): Predicate => {
    const part = parts[at];
    at += 1;
    if (typeof part === 'object') return clause(part.term, table);
    if (part !== '(') throw syntaxError(text);
    const inner = any();
    if (parts[at] !== ')') throw syntaxError(text);
    at += 1;
    return inner;
  };
  const predicate = any();
  if (at !== parts.length) throw syntaxError(text);
  return predicate;
}

function tokenize(text: string): (string | { term: string })[] {
  const source = text.trimEnd();
  const parts: (string | { term: string })[] = [];
  CLAUSE.lastIndex = 0;
  while (CLAUSE.lastIndex < source.length) {
    const match = CLAUSE.exec(source);
    if (!match) throw syntaxError(text);
    const [, term, word, mark] = match;
    parts.push(term === undefined ? (word ?? mark ?? '') : { term: term.replaceAll(/\\(.)/g, '$1') });
  }
  return parts;
}

function clause(term: string, table: PropertyTable): Predicate {
  const colon = term.indexOf(':');
  const name = term.slice(0, colon);
  const row = colon > 0 && Object.hasOwn(table, name) ? table[name] : undefined;
  if (!row?.search) throw badRequest(`Property '${name}' is not searchable: the search clause is "property:value".`);
  const wanted = term
    .slice(colon + 1)
    .trim()
    .toLowerCase();
  const { search } = row;
  return (read) => texts(read(name)).some((value) => found(value.toLowerCase(), wanted, search));
}

function found(value: string, wanted: string, how: NonNullable<PropertyRow['search']>): boolean {
  if (how === 'start') return value.startsWith(wanted);
  const words = value.split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/[^\p{L}\p{N}]+/u).every((term) => words.some((word) => word.startsWith(term)));
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string');
}

function syntaxError(text: string) {
  return badRequest(`Syntax error: the search clause '${text}' is not valid; terms stand in double quotes.`);
}
