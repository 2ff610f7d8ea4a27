import { foldText } from '../teammate/foldText.ts';
import { isBlank } from '../text/isBlank.ts';
import type { Condition, ConditionTest } from './condition.ts';
import type { DesignPerson } from './designPerson.ts';

/** Whether a condition holds for a person; null always does. Texts are compared without case and marks on letters. */
export const holds = (condition: Condition | null, person: DesignPerson): boolean => {
  if (condition === null) return true;
  const test = (one: ConditionTest): boolean => holdsFor(one, person);
  return condition.match === 'all' ? condition.tests.every(test) : condition.tests.some(test);
};

const holdsFor = (test: ConditionTest, person: DesignPerson): boolean => {
  switch (test.kind) {
    case 'field':
      return holdsForField(test, person.values[test.field] ?? '');
    case 'group':
      return person.groups.has(test.id) === (test.is === 'member');
    case 'unit':
      return person.units.has(test.id) === (test.is === 'member');
    case 'language':
      return speaks(person.language, test.value) === (test.is === 'is');
  }
};

type FieldTest = Extract<ConditionTest, { kind: 'field' }>;

const holdsForField = (test: FieldTest, value: string): boolean => {
  if (!('value' in test)) return isBlank(value) === (test.is === 'blank');
  const [have, asked] = [foldText(value), foldText(test.value)];
  switch (test.is) {
    case 'equals':
      return have === asked;
    case 'notEquals':
      return have !== asked;
    case 'contains':
      return have.includes(asked);
    case 'startsWith':
      return have.startsWith(asked);
  }
};

/** `nl` covers `nl-be`; `nl-be` only itself. */
const speaks = (language: string, asked: string): boolean => language === asked || language.startsWith(`${asked}-`);
