import { nameOf } from '../../domain/directory/directoryUser.ts';
import { designValues } from '../../domain/fields/paths/designValues.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';

export interface Sample {
  readonly teammate: Teammate;
  readonly chosenAs: 'fullest' | 'emptiest' | 'longest';
}

/** Enough people to have every kind among them, and few enough to look at within a keystroke. */
const lookedAt = 500;

/** Three teammates on whom a design shows what it is worth. Fewer where there are fewer. */
export const pickSamples = async (
  { teammates, fieldSettings }: Pick<Repositories, 'teammates' | 'fieldSettings'>,
  tenantId: string,
): Promise<readonly Sample[]> => {
  const { items } = await teammates.page(tenantId, { limit: lookedAt, status: 'active' });
  const settings = (await fieldSettings.get(tenantId)).value;
  const measured = items.map((teammate) => {
    const values = Object.values(designValues(resolveFields(teammate, null, { settings })));
    return { teammate, filled: values.length, length: nameOf(teammate.profile).length + values.join('').length };
  });
  const byFilled = measured.toSorted((left, right) => left.filled - right.filled);
  const byLength = measured.toSorted((left, right) => left.length - right.length);
  const wanted = [
    { chosenAs: 'fullest', among: byFilled.toReversed() },
    { chosenAs: 'emptiest', among: byFilled },
    { chosenAs: 'longest', among: byLength.toReversed() },
  ] as const;
  const samples: Sample[] = [];
  for (const { chosenAs, among } of wanted) {
    const next = among.find(({ teammate }) => !samples.some((sample) => sample.teammate.id === teammate.id));
    if (next !== undefined) samples.push({ teammate: next.teammate, chosenAs });
  }
  return samples;
};
