import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../server/src/contract/manage/audit.ts';
import { useAudit, useAuditExport } from '../../api/manage/auditApi.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { HistoryRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../ui/saving/ExportButton.tsx';
import { LoadedPages } from '../../ui/lists/LoadedPages.tsx';
import { MoreButton } from '../../ui/lists/MoreButton.tsx';
import { useOpenRows } from '../../ui/lists/useOpenRows.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditRow } from './AuditRow.tsx';
import { useAuditFilter } from './useAuditFilter.ts';

function NoEntries({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation('audit');
  if (!isFiltered) return <EmptyState icon={<HistoryRegular />} title={t('empty')} text={t('emptyText')} />;
  return (
    <EmptyState icon={<HistoryRegular />} title={t('none')} action={<Button onClick={onClear}>{t('clear')}</Button>} />
  );
}

interface EntriesProps {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

function Entries({ filter, onFilter }: EntriesProps) {
  const { t } = useTranslation('audit');
  const audit = useAudit(filter);
  const openRow = useOpenRows();
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <LoadedPages query={audit} empty={<NoEntries isFiltered={isFiltered} onClear={() => onFilter({})} />}>
      {(items) => (
        <>
          <div role="group" aria-label={t('list')}>
            {items.map((entry) => (
              <AuditRow
                key={entry.id}
                entry={entry}
                onNarrow={(narrowed) => onFilter({ ...filter, ...narrowed })}
                {...openRow(entry.id)}
              />
            ))}
          </div>
          <MoreButton more={audit} text={t('more')} />
        </>
      )}
    </LoadedPages>
  );
}

/** Who did what. */
export function AuditPage() {
  const { t, i18n } = useTranslation(['audit', 'sync']);
  const [filter, setFilter] = useAuditFilter();
  const download = useAuditExport();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ExportButton
          text={t(download.isPending ? 'exporting' : 'export')}
          download={download}
          wanted={{ filter, language: i18n.language }}
          fileName="audit.csv"
        />
      }
    >
      {download.isError && <ProblemNotice error={download.error} />}
      <Panel title={t('list')}>
        <AuditFilters filter={filter} onChange={setFilter} />
        <Entries filter={filter} onFilter={setFilter} />
      </Panel>
    </Page>
  );
}
