import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ConditionTest, SignatureCondition } from '../../../server/src/contract/signatures/composition.ts';
import { ChoiceField } from '../inputs/ChoiceField.tsx';
import { ConditionTestFields } from './ConditionTestFields.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  test: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ConditionEditorProps {
  /** Null: always. */
  readonly condition: SignatureCondition | null;
  readonly disabled?: boolean;
  readonly onChange: (condition: SignatureCondition | null) => void;
}

const firstTest: ConditionTest = { kind: 'field', field: 'person.department', is: 'filled' };
const mostTests = 20;

/** What must hold: nothing, or tests of which all or any must be true. */
export function ConditionEditor({ condition, disabled = false, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const tests = condition?.tests ?? [];
  const match = condition?.match ?? 'all';
  const change = (next: ConditionTest[]) => onChange(next.length === 0 ? null : { match, tests: next });
  return (
    <div className={styles.root}>
      {tests.length === 0 && <Caption1 className={styles.hint}>{t('condition.always')}</Caption1>}
      {tests.length > 1 && (
        <ChoiceField
          label={t('condition.match')}
          value={match}
          disabled={disabled}
          choices={[
            { value: 'all', text: t('condition.all') },
            { value: 'any', text: t('condition.any') },
          ]}
          onChange={(next) => onChange({ match: next, tests: [...tests] })}
        />
      )}
      <ul className={styles.list}>
        {tests.map((test, at) => (
          <li key={at} className={styles.test}>
            <ConditionTestFields
              test={test}
              disabled={disabled}
              onChange={(next) => change(tests.map((other, index) => (index === at ? next : other)))}
            />
            {!disabled && (
              <span className={styles.buttons}>
                <Button size="small" onClick={() => change(tests.filter((_, index) => index !== at))}>
                  {t('condition.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {!disabled && tests.length < mostTests && (
        <span className={styles.buttons}>
          <Button size="small" onClick={() => change([...tests, firstTest])}>
            {t('condition.add')}
          </Button>
        </span>
      )}
    </div>
  );
}
