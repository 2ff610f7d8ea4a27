import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { teammateStatusSchema, type TeammateStatus } from '../../../server/src/contract/teammates.ts';
import { useSession } from '../../api/ApiContext.tsx';
import { useTeammates } from '../../api/teammatesApi.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PeopleRegular, PersonSearchRegular, SearchRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useIsWide } from '../../ui/useIsWide.ts';
import { useKeptInAddress } from '../../ui/useKeptInAddress.ts';
import { useSettled } from '../../ui/useSettled.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { StatusFilter } from './StatusFilter.tsx';
import { TeammateRow } from './TeammateRow.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

function NoTeammates() {
  const { t } = useTranslation('teammates');
  return (
    <EmptyState
      icon={<PeopleRegular />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <RouterButton to="/sync" appearance="primary">
          {t('empty.action')}
        </RouterButton>
      }
    />
  );
}

function NobodyFound({ search, onClear }: { search: string; onClear: () => void }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const missing = `/teammates/missing${search === '' ? '' : `?search=${encodeURIComponent(search)}`}`;
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t('empty.search')}
      text={t('empty.searchText')}
      action={
        <span className={styles.actions}>
          {isAdmin && (
            <RouterButton to={missing} appearance="primary" icon={<PersonSearchRegular />}>
              {t('missing.link')}
            </RouterButton>
          )}
          <Button onClick={onClear}>{t('empty.clear')}</Button>
        </span>
      }
    />
  );
}

interface ListProps {
  readonly query: ReturnType<typeof useTeammates>;
  readonly search: string;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function TeammateList({ query, search, isFiltered, onClear }: ListProps) {
  const { t } = useTranslation('teammates');
  const isWide = useIsWide();
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  if (query.isPending) return <RowSkeletons rows={8} />;
  if (query.isError && items.length === 0) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0) return isFiltered ? <NobodyFound search={search} onClear={onClear} /> : <NoTeammates />;
  return (
    <VirtualList
      label={t('list')}
      items={items}
      keyOf={(teammate) => teammate.id}
      rowHeight={58}
      more={query}
      render={(teammate) => <TeammateRow teammate={teammate} isWide={isWide} />}
    />
  );
}

const statuses: readonly TeammateStatus[] = teammateStatusSchema.options;

/** Everybody whose profile is kept. */
export function TeammatesPage() {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const [address] = useSearchParams();
  const [search, setSearch] = useState(() => address.get('search')?.slice(0, 120) ?? '');
  const [status, setStatus] = useState(() => statuses.find((name) => name === address.get('status')));
  const settled = useSettled(search).trim();
  useKeptInAddress({ search: settled, status: status ?? '' });
  const query = useTeammates({ search: settled, status });
  const total = query.data?.pages[0]?.total;
  const clear = () => {
    setSearch('');
    setStatus(undefined);
  };
  return (
    <Page
      title={t('title')}
      {...(isAdmin
        ? {
            actions: (
              <RouterButton to="/teammates/missing" icon={<PersonSearchRegular />}>
                {t('missing.title')}
              </RouterButton>
            ),
          }
        : {})}
    >
      <Panel>
        <div className={styles.tools}>
          <SearchField label={t('search')} value={search} onChange={setSearch} />
          {total && <StatusFilter total={total} value={status} onChange={setStatus} />}
        </div>
        <TeammateList
          query={query}
          search={settled}
          isFiltered={settled !== '' || status !== undefined}
          onClear={clear}
        />
      </Panel>
    </Page>
  );
}
