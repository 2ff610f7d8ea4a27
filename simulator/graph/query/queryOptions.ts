import { badRequest } from '../graphError.ts';

/** System query options by name without the dollar sign, which Graph v1.0 lets callers leave out. */
export type QueryOptions = ReadonlyMap<string, string>;

const KNOWN = new Set([
  'select',
  'filter',
  'search',
  'orderby',
  'top',
  'count',
  'expand',
  'skiptoken',
  'deltatoken',
  'skip',
  'format',
]);

/** @throws GraphError 400 for options that do not exist, are not allowed here, or occur twice. */
export function parseQuery(search: string, allowed: readonly string[]): QueryOptions {
  const options = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(search)) {
    const name = key.replace(/^\$/, '').toLowerCase();
    if (!KNOWN.has(name)) throw badRequest(`Unrecognized query parameter '${key}'.`);
    if (!allowed.includes(name)) throw badRequest(`The query option '${key}' is not supported here.`);
    if (options.has(name))
      throw badRequest(`Query option '${key}' was specified more than once, but it must be specified at most once.`);
    options.set(name, name === 'search' ? decodedAgain(value) : value);
  }
  return options;
}

/**
 * Graph decodes $search twice, so that a hash or an ampersand encoded once ends it early:
 * https://github.com/microsoftgraph/microsoft-graph-docs/issues/13179 and 21991
 */
function decodedAgain(once: string): string {
  if (once.includes('&')) throw badRequest("Unrecognized query argument specified: ''.");
  const [text = ''] = once.split('#', 1);
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest(`Syntax error: '${text}' is not encoded well.`);
  }
}

/** Splits on commas that are not inside parentheses: manager($select=id,mail),memberOf has two parts. */
export function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
