import { isDirectoryExtension, type DirectoryExtension } from '../directory/extendedAttributes.ts';
import { comparedAttributes, type ComparedAttribute, type DirectoryUser } from '../directory/directoryUser.ts';
import type { AttributeValue, FieldChange } from './plan.ts';

const isSame = (a: AttributeValue, b: AttributeValue): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => value === b[index]));

/** Every attribute whose value differs, in the order of `comparedAttributes`; empty when nothing changed. */
export const diffProfile = (old: DirectoryUser | null, now: DirectoryUser): readonly FieldChange[] => {
  const changes: FieldChange[] = [];
  const compare = (field: ComparedAttribute): void => {
    if (differs(old, now, field)) changes.push({ field, old: old?.[field] ?? null, new: now[field] ?? null });
  };
  comparedAttributes.forEach(compare);
  extensionsOf(old, now).forEach(compare);
  return changes;
};

/** Whether nothing differs. */
export const isSameProfile = (old: DirectoryUser, now: DirectoryUser): boolean =>
  !comparedAttributes.some((field) => differs(old, now, field)) &&
  !extensionsOf(old, now).some((field) => differs(old, now, field));

const differs = (old: DirectoryUser | null, now: DirectoryUser, field: ComparedAttribute): boolean => {
  const after = now[field] ?? null;
  if (old !== null) return !isSame(old[field] ?? null, after);
  return after !== null && !(Array.isArray(after) && after.length === 0);
};

const extensionsOf = (old: DirectoryUser | null, now: DirectoryUser): readonly DirectoryExtension[] => {
  const named = new Set<DirectoryExtension>();
  for (const person of [old ?? {}, now]) for (const name in person) if (isDirectoryExtension(name)) named.add(name);
  return named.size === 0 ? none : [...named].sort();
};

const none: readonly DirectoryExtension[] = [];
