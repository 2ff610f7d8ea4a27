import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SmartField } from '../../../server/src/contract/signatures/fields.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { DisclosureRow, type OpenState } from '../../ui/lists/DisclosureRow.tsx';
import { FactList } from '../../ui/lists/FactList.tsx';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { FieldActions } from './FieldActions.tsx';
import { FieldEffect } from './FieldEffect.tsx';
import { putRule, type ShownField } from './fieldEdits.ts';
import { typeIcons } from './fieldIcons.tsx';
import { RuleFields } from './RuleFields.tsx';
import type { FieldsEditor } from './useFieldsEditor.ts';

const useStyles = makeStyles({
  face: { display: 'flex', color: tokens.colorNeutralForeground2 },
  path: { overflowWrap: 'anywhere' },
  uses: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

function Uses({ field }: { field: SmartField }) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  return (
    <span className={styles.uses}>
      {field.usedInBuiltIn && <span>{t('fact.builtIn')}</span>}
      {field.usedIn.map(({ id, name }) => (
        <RouterLink key={id} to={`/signatures/${id}`}>
          {name}
        </RouterLink>
      ))}
      {field.usedInRules.map((name) => (
        <RouterLink key={name} to="/assignments">
          {t('fact.rule', { name })}
        </RouterLink>
      ))}
    </span>
  );
}

/** What the closed row says: who has it, what it is, and its rule where that is not the usual one. */
function useRowWords(people: number) {
  const { t } = useTranslation('smartFields');
  const { number } = useFormats();
  return ({ attribute, type, rule, filled, isOmitted }: ShownField): string => {
    const counted = { filled: number(filled), people: number(people) };
    const who = isOmitted ? t('state.omitted') : t('state.filled', counted);
    const source = attribute === null ? t('source.here') : t('source.directory', { attribute });
    const policy = rule.policy === 'overrideWins' ? [] : [t(`rule.policies.${rule.policy}`)];
    return [...policy, who, t(`type.${type}`), source].join(' · ');
  };
}

interface FieldRowProps extends OpenState {
  readonly field: ShownField;
  readonly people: number;
  readonly revision: number;
  readonly editor: FieldsEditor;
  readonly disabled: boolean;
}

/** A field with its rule; opens to change that and to see what comes of it. */
export function FieldRow({ field, people, revision, editor, disabled, ...open }: FieldRowProps) {
  const { t, i18n } = useTranslation('smartFields');
  const { number } = useFormats();
  const styles = useStyles();
  const rowWords = useRowWords(people);
  const isUsed = field.usedInBuiltIn || field.usedIn.length + field.usedInRules.length > 0;
  return (
    <DisclosureRow
      name={fieldName(i18n, field.key, field.labels)}
      below={rowWords(field)}
      face={<span className={styles.face}>{typeIcons[field.type]}</span>}
      badge={
        field.isChanged && (
          <Badge appearance="outline" color="informative">
            {t(field.isNew ? 'state.new' : 'state.changed')}
          </Badge>
        )
      }
      {...open}
    >
      <FactList
        facts={[
          { name: t('fact.path'), value: <code className={styles.path}>{field.path}</code> },
          { name: t('fact.overridden'), value: number(field.overridden) },
          { name: t('fact.usedIn'), value: isUsed ? <Uses field={field} /> : t('fact.unused') },
        ]}
      />
      <RuleFields
        field={field}
        disabled={disabled}
        onChange={(patch) => editor.change((draft) => putRule(draft, field.key, patch))}
      />
      <FieldEffect field={field} />
      {field.kind !== 'builtIn' && !disabled && <FieldActions field={field} editor={editor} revision={revision} />}
    </DisclosureRow>
  );
}
