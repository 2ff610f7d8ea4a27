import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  findingKindSchema,
  type Completeness,
  type FindingFilter,
} from '../../../server/src/contract/people/completeness.ts';
import { useFindingExport } from '../../api/people/completenessApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../ui/saving/ExportButton.tsx';
import { SearchField } from '../../ui/lists/SearchField.tsx';
import type { FindingState } from './useFindingFilter.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
});

interface FindingFiltersProps extends FindingState {
  readonly completeness: Completeness;
  readonly nameOf: (field: string) => string;
}

/** Which findings are shown, and the same as a file. */
export function FindingFilters({ filter, settled, setFilter, completeness, nameOf }: FindingFiltersProps) {
  const { t, i18n } = useTranslation('completeness');
  const download = useFindingExport();
  const { number } = useFormats();
  const styles = useStyles();
  const { findings, fields } = completeness;
  const set = (name: keyof FindingFilter, value: string) =>
    setFilter({ ...filter, [name]: value === '' ? undefined : value });
  const all = { value: '', text: t('filter.all') } as const;
  // A field that is in the address and has nothing wrong any more.
  const known = new Set([...fields.map(({ key }) => key), ...(filter.field === undefined ? [] : [filter.field])]);
  return (
    <>
      <SearchField label={t('search')} value={filter.search ?? ''} onChange={(value) => set('search', value)} />
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        <ChoiceField
          label={t('filter.kind')}
          value={filter.kind ?? ''}
          choices={[
            all,
            ...findingKindSchema.options.map((value) => ({
              value,
              text: t('filter.counted', { what: t(`kind.${value}`), people: number(findings[value]) }),
            })),
          ]}
          onChange={(value) => set('kind', value)}
        />
        <ChoiceField
          label={t('filter.field')}
          value={filter.field ?? ''}
          choices={[all, ...[...known].map((value) => ({ value, text: nameOf(value) }))]}
          onChange={(value) => set('field', value)}
        />
        <span>
          <ExportButton
            text={t(download.isPending ? 'exporting' : 'export')}
            download={download}
            wanted={{ filter: settled, language: i18n.language }}
            fileName="completeness.csv"
          />
        </span>
        {download.isError && <ProblemNotice error={download.error} />}
      </div>
    </>
  );
}
