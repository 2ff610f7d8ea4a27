import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { auditOutcomeSchema, type AuditFilter } from '../../../server/src/contract/manage/audit.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { auditedActions } from './auditedActions.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '720px',
  },
  narrowed: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Which entries are shown. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const set = (name: 'action' | 'outcome' | 'at', value: string) =>
    onChange({ ...filter, [name]: value === '' ? undefined : value });
  const all = { value: '', text: t('filter.all') } as const;
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        <ChoiceField
          label={t('filter.action')}
          value={filter.action ?? ''}
          choices={[all, ...auditedActions.map((value) => ({ value, text: t(`action.${value}`) }))]}
          onChange={(value) => set('action', value)}
        />
        <ChoiceField
          label={t('filter.outcome')}
          value={filter.outcome ?? ''}
          choices={[all, ...auditOutcomeSchema.options.map((value) => ({ value, text: t(`outcome.${value}`) }))]}
          onChange={(value) => set('outcome', value)}
        />
        <Field label={t('filter.at')} size="small">
          <Input type="date" value={filter.at ?? ''} onChange={(_, { value }) => set('at', value)} />
        </Field>
      </div>
      {(filter.personId !== undefined || filter.subjectId !== undefined) && (
        <div className={styles.narrowed}>
          {t(filter.personId === undefined ? 'narrowed.subject' : 'narrowed.person')}
          <Button size="small" onClick={() => onChange({ ...filter, personId: undefined, subjectId: undefined })}>
            {t('narrowed.clear')}
          </Button>
        </div>
      )}
    </>
  );
}
