import { extendedIn } from '../directory/extendedAttributes.ts';
import type { DirectoryUser } from '../directory/directoryUser.ts';
import { presentable } from '../text/presentable.ts';
import { extendedField, smartFields } from './smartFields.ts';

/** Fields of the person alone: those of a manager are another person's. */
const own = smartFields.filter(({ attribute }) => attribute !== 'manager');

/** One that was not asked for is in no profile, and nothing of it is kept either. */
const askedFor = (profile: DirectoryUser) => extendedIn(profile).map(extendedField);

export type LastKnown = Readonly<Record<string, string>>;

/** What the directory said last of the fields that it says nothing of any more. */
export const lastKnownAfter = (
  before: { readonly profile: DirectoryUser; readonly lastKnown?: LastKnown } | null,
  profile: DirectoryUser,
): LastKnown => {
  if (before === null) return {};
  const entries = [...own, ...askedFor(profile)].flatMap(({ key, read }) => {
    if (presentable(read(profile, null)) !== '') return [];
    const said = presentable(read(before.profile, null)) || (before.lastKnown?.[key] ?? '');
    return said === '' ? [] : [[key, said] as const];
  });
  return Object.fromEntries(entries);
};
