import type { ManagerProfile } from '../supplement/supplement.ts';
import { presentable } from '../text/presentable.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { smartFields, type SmartField } from './smartFields.ts';

export interface ResolvedField {
  readonly key: string;
  /** Empty when nobody filled it in. */
  readonly value: string;
  readonly source: 'directory' | 'override' | 'none';
  /** What the directory says, whether or not it is used. */
  readonly directory: string;
  readonly attribute: string | null;
}

/** Smart fields of a teammate, by default all, with where each value comes from. A non-blank override wins. */
export const resolveFields = (
  teammate: Pick<Teammate, 'profile' | 'overrides'>,
  manager: ManagerProfile | null,
  fields: readonly SmartField[] = smartFields,
): readonly ResolvedField[] =>
  fields.map(({ key, attribute, read }) => {
    const override = presentable(teammate.overrides[key]);
    const directory = presentable(read(teammate.profile, manager));
    if (override !== '') return { key, value: override, source: 'override', directory, attribute };
    return { key, value: directory, source: directory === '' ? 'none' : 'directory', directory, attribute };
  });

/** What a list shows of one of their own fields; empty where nothing is known. */
export const shownValue = (
  { profile, overrides }: Pick<Teammate, 'profile' | 'overrides'>,
  key: 'jobTitle' | 'department',
): string => presentable(overrides[key]) || presentable(profile[key]);

/** The same fields as a template sees them: by name, blank ones as empty text. */
export const fieldValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((entry) => [entry.key, entry.value]));
