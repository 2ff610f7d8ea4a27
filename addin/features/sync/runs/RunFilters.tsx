import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RunFilter } from '../../../api/sync/runListApi.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 160px), 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '640px',
    // A list of choices is no wider than its place, however long the longest of them.
    '& > *': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** What each filter can be; the first word is the one of the address and of the API. */
export const filterChoices = {
  kind: ['sync', 'preview'],
  status: ['running', 'succeeded', 'failed', 'cancelled'],
  trigger: ['admin', 'schedule', 'notification', 'nightly'],
} as const;

const names = ['kind', 'status', 'trigger'] as const;

interface RunFiltersProps {
  readonly filter: RunFilter;
  readonly onChange: (filter: RunFilter) => void;
}

/** Which runs the table shows. */
export function RunFilters({ filter, onChange }: RunFiltersProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  return (
    <div className={styles.filters} role="group" aria-label={t('filter.label')}>
      {names.map((name) => (
        <Field key={name} label={t(`filter.${name}.label`)} size="small">
          <Select
            value={filter[name] ?? ''}
            onChange={(_, { value }) => onChange({ ...filter, [name]: value === '' ? undefined : value })}
          >
            <option value="">{t('filter.all')}</option>
            {filterChoices[name].map((choice) => (
              <option key={choice} value={choice}>
                {t(`filter.${name}.${choice}`)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
