import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { auditOutcomeSchema, type AuditFilter } from '../../../server/src/contract/audit.ts';
import { auditedActions } from './auditedActions.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '720px',
  },
  // As wide as its place and not as its longest word.
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  field: { minWidth: 0 },
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
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        <Field label={t('filter.action')} size="small" className={styles.field}>
          <Select
            className={styles.select}
            value={filter.action ?? ''}
            onChange={(_, { value }) => set('action', value)}
          >
            <option value="">{t('filter.all')}</option>
            {auditedActions.map((action) => (
              <option key={action} value={action}>
                {t(`action.${action}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('filter.outcome')} size="small" className={styles.field}>
          <Select
            className={styles.select}
            value={filter.outcome ?? ''}
            onChange={(_, { value }) => set('outcome', value)}
          >
            <option value="">{t('filter.all')}</option>
            {auditOutcomeSchema.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </Select>
        </Field>
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
