import type { AuditChange } from './auditEntry.ts';

/** Longer texts are cut, and so is a longer list: what was written in full stands in the thing itself. */
const longestText = 200;
const mostChanges = 40;

export interface StateDiff {
  readonly changes: readonly AuditChange[];
  /** Changes beyond those listed. */
  readonly more: number;
}

/** What is different between two states of one thing, value by value, in an order that is always the same. */
export const diffStates = (before: unknown, after: unknown): StateDiff => {
  const old = valuesOf(before);
  const now = valuesOf(after);
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changed = fields.filter((field) => old.get(field) !== now.get(field));
  return {
    changes: changed
      .slice(0, mostChanges)
      .map((field) => ({ field, old: cut(old.get(field)), new: cut(now.get(field)) })),
    more: Math.max(0, changed.length - mostChanges),
  };
};

const cut = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).toWellFormed()}…`;
};

type Values = Map<string, string>;

const valuesOf = (state: unknown): Values => {
  const values: Values = new Map();
  collect(values, '', state);
  return values;
};

const collect = (values: Values, path: string, value: unknown): void => {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) collectList(values, path, value);
  else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) collect(values, path === '' ? name : `${path}.${name}`, inner);
  } else values.set(path, String(value));
};

/** Lists are told by what is in them, in order; what belongs to an element stands under its name. */
const collectList = (values: Values, path: string, list: readonly unknown[]): void => {
  if (list.length === 0) return;
  values.set(path, list.map(nameOf).join(', '));
  for (const [place, element] of list.entries()) {
    if (isPick(element) || typeof element !== 'object') continue;
    const under = `${path}.${nameOf(element) || String(place + 1)}`;
    collect(values, hasAny(values, under) ? `${under} (${String(place + 1)})` : under, element);
  }
};

const hasAny = (values: Values, path: string): boolean => [...values.keys()].some((key) => key.startsWith(`${path}.`));

const nameOf = (element: unknown): string => {
  if (typeof element !== 'object' || element === null) return String(element);
  const fields: Readonly<Record<string, unknown>> = { ...element };
  const name = ['displayName', 'name', 'key', 'id'].map((field) => fields[field]).find((text) => Boolean(text));
  return typeof name === 'string' ? name : '';
};

/** Named already by the list it stands in. */
const isPick = (element: unknown): boolean =>
  typeof element === 'object' &&
  element !== null &&
  Object.keys(element).every((field) => field === 'id' || field === 'displayName');
