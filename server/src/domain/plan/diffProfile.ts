import { isDirectoryExtension } from '../directory/extendedAttributes.ts';
import { comparedAttributes, type ComparedAttribute, type DirectoryUser } from '../directory/directoryUser.ts';
import type { AttributeValue, FieldChange } from './plan.ts';

const isSame = (a: AttributeValue, b: AttributeValue): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => value === b[index]));

/** Every attribute whose value differs, in the order of `comparedAttributes`; empty when nothing changed. */
export const diffProfile = (old: DirectoryUser | null, now: DirectoryUser): readonly FieldChange[] =>
  [...comparedAttributes, ...extensionsOf(old, now)]
    .filter((field) => differs(old, now, field))
    .map((field) => ({ field, old: old?.[field] ?? null, new: now[field] ?? null }));

const differs = (old: DirectoryUser | null, now: DirectoryUser, field: ComparedAttribute): boolean => {
  const after = now[field] ?? null;
  if (old !== null) return !isSame(old[field] ?? null, after);
  return after !== null && !(Array.isArray(after) && after.length === 0);
};

const extensionsOf = (old: DirectoryUser | null, now: DirectoryUser) => {
  const named = [old ?? {}, now].flatMap((person) => Object.keys(person).filter(isDirectoryExtension));
  return named.length === 0 ? named : [...new Set(named)].sort();
};
