import { Button } from '@fluentui/react-components';
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { PlugConnectedRegular, SearchRegular } from '../../../ui/icons.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';

interface PickListProps<Item extends { id: string }> {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ items: Item[]; cursor: string | null }>>;
  readonly search: string;
  readonly onClearSearch: () => void;
  readonly render: (item: Item) => ReactNode;
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('select');
  const code = error instanceof ApiProblem ? error.code : '';
  const toConnection = (
    <RouterButton to="/connect" appearance="primary">
      {t('notConnected.action')}
    </RouterButton>
  );
  if (code === 'not-connected' || code === 'tenant-not-connected') {
    return (
      <EmptyState
        icon={<PlugConnectedRegular />}
        title={t('notConnected.title')}
        text={t('notConnected.text')}
        action={toConnection}
      />
    );
  }
  const needsConnection = code === 'consent-missing' || code === 'permission-missing';
  return (
    <ProblemNotice error={error} onRetry={onRetry}>
      {needsConnection ? toConnection : undefined}
    </ProblemNotice>
  );
}

/** One kind of directory objects: loading, failed, empty or listed. */
export function PickList<Item extends { id: string }>(props: PickListProps<Item>) {
  const { label, query, search, onClearSearch, render } = props;
  const { t } = useTranslation('select');
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  if (query.isPending) return <RowSkeletons />;
  if (query.isError && items.length === 0) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0 && !query.hasNextPage) {
    return (
      <EmptyState
        icon={<SearchRegular />}
        title={search === '' ? t('empty.none') : t('empty.search', { search })}
        action={search !== '' && <Button onClick={onClearSearch}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <VirtualList label={label} items={items} keyOf={(item) => item.id} render={render} rowHeight={64} more={query} />
  );
}
