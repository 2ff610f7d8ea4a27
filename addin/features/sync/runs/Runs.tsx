import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRuns } from '../../../api/sync/runListApi.ts';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { HistoryRegular } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { MoreButton } from '../../../ui/lists/MoreButton.tsx';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { RunFilters } from './RunFilters.tsx';
import { RunHistory } from './RunHistory.tsx';
import { RunTable } from './RunTable.tsx';
import { useRunFilter } from './useRunFilter.ts';

/** There was none yet, or none that is asked for. */
function NoRuns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation('sync');
  if (!isFiltered)
    return <EmptyState icon={<HistoryRegular />} title={t('history.empty')} text={t('history.emptyText')} />;
  return (
    <EmptyState
      icon={<HistoryRegular />}
      title={t('filter.none')}
      action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
    />
  );
}

interface HistoryProps {
  readonly runs: ReturnType<typeof useRuns>;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function History({ runs, isFiltered, onClear }: HistoryProps) {
  const { t } = useTranslation('sync');
  const isWide = useIsWide(1100);
  return (
    <LoadedPages query={runs} empty={<NoRuns isFiltered={isFiltered} onClear={onClear} />}>
      {(items) => (
        <>
          {isWide ? <RunTable runs={items} /> : <RunHistory runs={items} />}
          <MoreButton more={runs} text={t('history.more')} />
        </>
      )}
    </LoadedPages>
  );
}

/** The runs, and which of them. */
export function Runs() {
  const { t } = useTranslation('sync');
  const [filter, setFilter] = useRunFilter();
  const runs = useRuns(filter);
  return (
    <Panel title={t('history.title')}>
      <RunFilters filter={filter} onChange={setFilter} />
      <History
        runs={runs}
        isFiltered={Object.values(filter).some((value) => value !== undefined)}
        onClear={() => setFilter({})}
      />
    </Panel>
  );
}
