import type { ManagerProfile } from '../supplement/supplement.ts';
import { presentable } from '../text/presentable.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { smartFields } from './smartFields.ts';

export interface ResolvedField {
  readonly key: string;
  /** Empty when nobody filled it in. */
  readonly value: string;
  readonly source: 'directory' | 'override' | 'none';
  readonly attribute: string | null;
}

/** Every smart field of a teammate with where its value comes from. A non-blank override wins over the directory. */
export const resolveFields = (
  teammate: Pick<Teammate, 'profile' | 'overrides'>,
  manager: ManagerProfile | null,
): readonly ResolvedField[] =>
  smartFields.map(({ key, attribute, read }) => {
    const override = presentable(teammate.overrides[key]);
    if (override !== '') return { key, value: override, source: 'override', attribute };
    const value = presentable(read(teammate.profile, manager));
    return { key, value, source: value === '' ? 'none' : 'directory', attribute };
  });

/** The same fields as a template sees them: by name, blank ones as empty text. */
export const fieldValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((entry) => [entry.key, entry.value]));
