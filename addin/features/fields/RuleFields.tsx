import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FieldRule } from '../../../server/src/contract/signatures/fields.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { TextField } from '../../ui/inputs/TextField.tsx';
import type { ShownField } from './fieldEdits.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    minWidth: 0,
  },
});

const policies = ['overrideWins', 'directoryWins', 'fillIfEmpty', 'never'] as const;
const ownPolicies = ['overrideWins', 'never'] as const;
const blanks = ['clear', 'keep', 'fallback'] as const;
const ownBlanks = ['clear', 'fallback'] as const;
const formatsOf = {
  text: ['asUsual', 'capitalised', 'upper'],
  phone: ['asUsual', 'national'],
} as const;
const editors = ['nobody', 'admin', 'teammateAsks', 'teammate'] as const;
const words = z.string().min(1);

/** The choices that fit, and the one that is stored even where it does not. */
const withStored = <T extends string>(choices: readonly T[], stored: T): readonly T[] =>
  choices.includes(stored) ? choices : [...choices, stored];

interface RuleFieldsProps {
  readonly field: ShownField;
  readonly disabled: boolean;
  readonly onChange: (patch: Partial<FieldRule>) => void;
}

function Fallback({ field, disabled, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('smartFields');
  const { blank, fallback } = field.rule;
  if (blank !== 'fallback') return null;
  return (
    <TextField
      label={t('rule.fallback')}
      value={fallback}
      maxLength={256}
      schema={fallback === '' ? words : z.string()}
      wrong={t('rule.fallbackBlank')}
      disabled={disabled}
      onChange={(next) => onChange({ fallback: next })}
    />
  );
}

function Format({ field, disabled, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('smartFields');
  const { type, rule } = field;
  if (type !== 'text' && type !== 'phone') return null;
  return (
    <ChoiceField
      label={t('rule.format')}
      value={rule.format}
      disabled={disabled}
      choices={withStored<FieldRule['format']>(formatsOf[type], rule.format).map((value) => ({
        value,
        text: t(value === 'asUsual' ? `rule.asUsual.${type}` : `rule.formats.${value}`),
      }))}
      onChange={(format) => onChange({ format })}
    />
  );
}

/** Which value counts, what stands where there is none, how it is written and who may change it. */
export function RuleFields(props: RuleFieldsProps) {
  const { field, disabled, onChange } = props;
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const { rule, overridable } = field;
  const isOwn = field.attribute === null;
  return (
    <div className={styles.grid}>
      <ChoiceField
        label={t('rule.policy')}
        {...(rule.policy === 'never' && !isOwn && { hint: t(field.isOptional ? 'rule.notAsked' : 'rule.stillAsked') })}
        value={rule.policy}
        disabled={disabled}
        choices={withStored<FieldRule['policy']>(isOwn ? ownPolicies : policies, rule.policy).map((value) => ({
          value,
          text: t(isOwn && value === 'overrideWins' ? 'rule.policies.own' : `rule.policies.${value}`),
        }))}
        onChange={(policy) => onChange({ policy })}
      />
      <ChoiceField
        label={t('rule.blank')}
        value={rule.blank}
        disabled={disabled}
        choices={withStored<FieldRule['blank']>(isOwn ? ownBlanks : blanks, rule.blank).map((value) => ({
          value,
          text: t(`rule.blanks.${value}`),
        }))}
        onChange={(blank) => onChange({ blank })}
      />
      <Fallback {...props} />
      <Format {...props} />
      {overridable && (
        <ChoiceField
          label={t('rule.editableBy')}
          value={rule.editableBy}
          disabled={disabled}
          choices={editors.map((value) => ({ value, text: t(`rule.editors.${value}`) }))}
          onChange={(editableBy) => onChange({ editableBy })}
        />
      )}
    </div>
  );
}
