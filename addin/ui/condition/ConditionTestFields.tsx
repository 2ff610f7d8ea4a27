import { useTranslation } from 'react-i18next';
import { languageTag, type ConditionTest } from '../../../server/src/contract/signatures/composition.ts';
import { DirectoryPicker } from '../people/DirectoryPicker.tsx';
import { FieldPicker } from '../fields/FieldPicker.tsx';
import { ChoiceField } from '../inputs/ChoiceField.tsx';
import { TextField } from '../inputs/TextField.tsx';

interface TestProps<T = ConditionTest> {
  readonly test: T;
  readonly disabled: boolean;
  readonly onChange: (test: ConditionTest) => void;
}

type FieldTest = Extract<ConditionTest, { kind: 'field' }>;
type MemberTest = Extract<ConditionTest, { kind: 'group' | 'unit' }>;
type LanguageTest = Extract<ConditionTest, { kind: 'language' }>;

const fieldWords = ['filled', 'blank', 'equals', 'notEquals', 'contains', 'startsWith'] as const;

function withWord(test: FieldTest, is: FieldTest['is']): FieldTest {
  if (is === 'filled' || is === 'blank') return { kind: 'field', field: test.field, is };
  return { kind: 'field', field: test.field, is, value: 'value' in test ? test.value : '' };
}

interface WordChoiceProps<Word extends string> {
  readonly words: readonly Word[];
  readonly value: Word;
  readonly disabled: boolean;
  readonly onPick: (word: Word) => void;
}

/** What is asked of it: is, is not, is filled, … */
function WordChoice<Word extends ConditionTest['is']>({ words, value, disabled, onPick }: WordChoiceProps<Word>) {
  const { t } = useTranslation('inputs');
  const choices = words.map((word) => ({ value: word, text: t(`condition.word.${word}`) }));
  return (
    <ChoiceField label={t('condition.is')} value={value} disabled={disabled} choices={choices} onChange={onPick} />
  );
}

function FieldTestFields({ test, disabled, onChange }: TestProps<FieldTest>) {
  const { t } = useTranslation('inputs');
  return (
    <>
      <FieldPicker
        label={t('condition.field')}
        value={test.field}
        disabled={disabled}
        onPick={(field) => onChange({ ...test, field })}
      />
      <WordChoice
        words={fieldWords}
        value={test.is}
        disabled={disabled}
        onPick={(is) => onChange(withWord(test, is))}
      />
      {'value' in test && (
        <TextField
          label={t('condition.value')}
          value={test.value}
          maxLength={256}
          disabled={disabled}
          onChange={(value) => onChange({ ...test, value })}
        />
      )}
    </>
  );
}

function MemberTestFields({ test, disabled, onChange }: TestProps<MemberTest>) {
  const { t } = useTranslation('inputs');
  return (
    <>
      <WordChoice
        words={['member', 'notMember']}
        value={test.is}
        disabled={disabled}
        onPick={(is) => onChange({ ...test, is })}
      />
      <DirectoryPicker
        kind={test.kind === 'group' ? 'groups' : 'units'}
        label={t(`condition.pick.${test.kind}`)}
        value={test.id === nobody ? '' : (test.name ?? test.id)}
        disabled={disabled}
        onPick={({ id, displayName }) => onChange({ ...test, id, name: displayName })}
      />
    </>
  );
}

function LanguageTestFields({ test, disabled, onChange }: TestProps<LanguageTest>) {
  const { t } = useTranslation('inputs');
  return (
    <>
      <WordChoice
        words={['is', 'isNot']}
        value={test.is}
        disabled={disabled}
        onPick={(is) => onChange({ ...test, is })}
      />
      <TextField
        label={t('condition.language')}
        value={test.value}
        disabled={disabled}
        schema={languageTag}
        wrong={t('condition.languageWrong')}
        onChange={(value) => onChange({ ...test, value })}
      />
    </>
  );
}

/** No group has it: until one is picked, nobody is a member. */
const nobody = '00000000-0000-0000-0000-000000000000';

const first: Readonly<Record<ConditionTest['kind'], ConditionTest>> = {
  field: { kind: 'field', field: 'person.department', is: 'filled' },
  group: { kind: 'group', id: nobody, is: 'member' },
  unit: { kind: 'unit', id: nobody, is: 'member' },
  language: { kind: 'language', is: 'is', value: 'nl' },
};

/** One test of a condition. */
export function ConditionTestFields({ test, disabled, onChange }: TestProps) {
  const { t } = useTranslation('inputs');
  const rest = { disabled, onChange };
  return (
    <>
      <ChoiceField
        label={t('condition.about')}
        value={test.kind}
        disabled={disabled}
        choices={(['field', 'group', 'unit', 'language'] as const).map((value) => ({
          value,
          text: t(`condition.kind.${value}`),
        }))}
        onChange={(kind) => onChange(first[kind])}
      />
      {test.kind === 'field' && <FieldTestFields test={test} {...rest} />}
      {(test.kind === 'group' || test.kind === 'unit') && <MemberTestFields test={test} {...rest} />}
      {test.kind === 'language' && <LanguageTestFields test={test} {...rest} />}
    </>
  );
}
