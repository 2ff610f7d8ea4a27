import { isDirectoryExtension } from '../directory/extendedAttributes.ts';
import { comparedAttributes, type DirectoryUser } from '../directory/directoryUser.ts';
import type { AttributeValue, FieldChange } from './plan.ts';

const isSame = (a: AttributeValue, b: AttributeValue): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => value === b[index]));

/** Every attribute whose value differs, in the order of `comparedAttributes`; empty when nothing changed. */
export const diffProfile = (old: DirectoryUser | null, now: DirectoryUser): readonly FieldChange[] =>
  [...comparedAttributes, ...extensionsOf(old, now)].flatMap((field) => {
    const before = old?.[field] ?? null;
    const after = now[field] ?? null;
    const wasEmpty = old === null && (after === null || (Array.isArray(after) && after.length === 0));
    return wasEmpty || isSame(before, after) ? [] : [{ field, old: before, new: after }];
  });

const extensionsOf = (old: DirectoryUser | null, now: DirectoryUser) =>
  [...new Set([...Object.keys(old ?? {}), ...Object.keys(now)])].filter(isDirectoryExtension).sort();
