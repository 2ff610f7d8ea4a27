import { nameOf, type DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import { teammateMarks } from '../../../domain/teammate/teammateMarks.ts';
import { endsOn } from '../../../domain/fields/overrides/endedOverrides.ts';
import { shownValue } from '../../../domain/fields/resolveFields.ts';
import { foldText, searchTokens } from '../../../domain/teammate/foldText.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { compactTeammate } from '../compactDocuments.ts';
import type { CollectionDeclaration } from '../../collection.ts';

/** Mail addresses are compared without case, but never without diacritics: those are different mailboxes. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

const addressesOf = ({ mail, userPrincipalName }: DirectoryUser): readonly string[] =>
  [mail, userPrincipalName].filter((address) => address !== null).map(addressKey);

/** Sorts behind every folded text, as what is empty should: it is a character for private use. */
const last = '\u{10fffd}';
const orLast = (text: string): string => foldText(text) || last;

/** The people we keep. */
export const teammates: CollectionDeclaration<Teammate> = {
  fenced: true,
  large: true,
  compact: compactTeammate,
  name: 'teammates',
  keysVersion: 4,
  id: (teammate) => teammate.id,
  keys: {
    name: ({ profile }) => foldText(nameOf(profile)),
    status: (teammate) => teammate.status,
    departure: (teammate) => teammate.departure?.state ?? null,
    title: (teammate) => orLast(shownValue(teammate, 'jobTitle')),
    department: (teammate) => orLast(shownValue(teammate, 'department')),
    updatedAt: (teammate) => teammate.updatedAt,
    /** The status of those who are not active, and since when they have it. */
    inactive: ({ status }) => (status === 'active' ? null : status),
    inactiveSince: ({ status, disabledAt, removedAt }) => (status === 'disabled' ? disabledAt : removedAt),
    /** The first day after which a value set by hand ends. */
    endsOn,
    ends: (teammate) => (endsOn(teammate) === null ? null : 'yes'),
  },
  sparse: ['departure', 'inactive', 'ends'],
  multiKeys: {
    tokens: ({ profile, overrides }) =>
      searchTokens([
        ...Object.values(overrides),
        profile.displayName,
        profile.givenName,
        profile.surname,
        profile.mail,
        profile.userPrincipalName,
        profile.jobTitle,
        profile.department,
      ]),
    addresses: ({ profile }) => addressesOf(profile),
    marks: teammateMarks,
  },
  indexes: [
    ['status', 'name'],
    ['status', 'title'],
    ['status', 'department'],
    ['status', 'updatedAt'],
    ['departure', 'name'],
    ['inactive', 'inactiveSince'],
    ['ends', 'endsOn'],
  ],
};
