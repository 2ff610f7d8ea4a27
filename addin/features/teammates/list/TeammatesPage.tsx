import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useTeammateCounts, useTeammates } from '../../../api/people/teammatesApi.ts';
import { PersonSearchRegular } from '../../../ui/icons.ts';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import type { TableOrder } from '../../../ui/lists/VirtualTable.tsx';
import { BulkBar } from './BulkBar.tsx';
import { listingOf, readListAddress, type ListChoice, type ListSort } from './listChoice.ts';
import { ListChooser } from './ListChooser.tsx';
import { NobodyFound, NoTeammates } from './NoTeammates.tsx';
import { PersonBeside } from './PersonBeside.tsx';
import { ProposalsButton } from './ProposalsButton.tsx';
import { TeammatesExport } from './TeammatesExport.tsx';
import { usePersonBeside } from './personBesideList.ts';
import { TeammateRow } from './TeammateRow.tsx';
import { TeammateTable } from './TeammateTable.tsx';
import { useDensity } from './useDensity.ts';
import { useMarked, type Marked } from './useMarked.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { flexGrow: 1, flexBasis: '240px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 480px',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  list: { minWidth: 0 },
});

interface ListProps {
  readonly query: ReturnType<typeof useTeammates>;
  readonly search: string;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly isTable: boolean;
  readonly isCompact: boolean;
  readonly order: TableOrder<ListSort>;
  readonly onOrder: (order: TableOrder<ListSort>) => void;
  readonly marked: Marked | null;
}

function TeammateList(props: ListProps) {
  const { t } = useTranslation('teammates');
  const { query, search, isFiltered, onClear, isTable, isCompact, order, onOrder, marked } = props;
  const nobody = isFiltered ? <NobodyFound search={search} onClear={onClear} /> : <NoTeammates />;
  return (
    <LoadedPages query={query} rows={8} empty={nobody}>
      {(items) =>
        isTable ? (
          <TeammateTable {...{ items, order, onOrder, isCompact, marked }} more={query} />
        ) : (
          <VirtualList
            label={t('title')}
            items={items}
            keyOf={(teammate) => teammate.id}
            rowHeight={58}
            more={query}
            render={(teammate) => <TeammateRow teammate={teammate} />}
          />
        )
      }
    </LoadedPages>
  );
}

const searchOf = (address: URLSearchParams): string => readListAddress(address).search;

/** Search, list and order as the address has them; only what is being typed goes through the page's own state. */
function useListState() {
  const [address, setAddress] = useSearchParams();
  const { choice, order } = readListAddress(address);
  const [search, setSearch, visit] = useFromAddress(searchOf);
  const settled = useSettled(search, { visit }).trim();
  useKeptInAddress({ search: settled });
  const set = (values: Readonly<Record<string, string>>) =>
    setAddress(
      (now) => {
        now.delete('status');
        for (const [name, value] of Object.entries(values)) {
          if (value === '') now.delete(name);
          else now.set(name, value);
        }
        return now;
      },
      { replace: true },
    );
  const setChoice = (next: ListChoice) => set({ view: next === 'all' ? '' : next });
  const setOrder = (next: TableOrder<ListSort>) =>
    set({ sort: next.sort === 'name' ? '' : next.sort, order: next.isDescending ? 'descending' : '' });
  const clear = () => {
    setSearch('');
    set({ search: '', view: '' });
  };
  return { search, setSearch, settled, choice, setChoice, order, setOrder, clear };
}

interface ToolsProps {
  readonly list: ReturnType<typeof useListState>;
  readonly density: ReturnType<typeof useDensity>;
  readonly isTable: boolean;
  readonly marked: Marked | null;
}

function Tools({ list, density: [density, setDensity], isTable, marked }: ToolsProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const counts = useTeammateCounts(list.settled);
  return (
    <div className={styles.tools}>
      <div className={styles.line}>
        <div className={styles.search}>
          <SearchField label={t('search')} value={list.search} onChange={list.setSearch} />
        </div>
        {isTable && (
          <Switch
            label={t('compact')}
            checked={density === 'compact'}
            onChange={(_, { checked }) => setDensity(checked ? 'compact' : 'roomy')}
          />
        )}
      </div>
      <ListChooser counts={counts.data} value={list.choice} onChange={list.setChoice} />
      {marked !== null && isTable && <BulkBar marked={marked} />}
    </div>
  );
}

/** The list, and beside it who was chosen from it. A link to that, opened where there is no room, leads to the person. */
function Beside({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const { id, hasRoom } = usePersonBeside();
  if (id !== null && !hasRoom) return <Navigate to={`/teammates/${encodeURIComponent(id)}`} replace />;
  return (
    // One tree for both: the list keeps its place and its focus while somebody comes beside it.
    <div className={id === null ? undefined : styles.columns}>
      <Panel className={styles.list}>{children}</Panel>
      {id !== null && <PersonBeside id={id} />}
    </div>
  );
}

/** Everybody whose profile is kept. */
export function TeammatesPage() {
  const { t } = useTranslation('teammates');
  const isAdmin = useSession().role === 'admin';
  const isTable = useIsWide(1024);
  const hasColumns = useIsWide();
  const density = useDensity();
  const list = useListState();
  const ticked = useMarked();
  const marked = isAdmin ? ticked : null;
  const listing = listingOf(list.settled, list.choice, list.order);
  const query = useTeammates(listing);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <ProposalsButton />
          {isAdmin && (
            <>
              <RouterButton to="/teammates/missing" icon={<PersonSearchRegular />}>
                {t('missing.title')}
              </RouterButton>
              <RouterButton to="/teammates/file">{t('bulk.file')}</RouterButton>
            </>
          )}
          {hasColumns && <TeammatesExport listing={listing} />}
        </>
      }
    >
      <Beside>
        <Tools {...{ list, density, isTable, marked }} />
        <TeammateList
          query={query}
          search={list.settled}
          isFiltered={list.settled !== '' || list.choice !== 'all'}
          onClear={list.clear}
          isTable={isTable}
          isCompact={density[0] === 'compact'}
          order={list.order}
          onOrder={list.setOrder}
          marked={marked}
        />
      </Beside>
    </Page>
  );
}
