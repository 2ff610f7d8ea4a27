import { Button } from '@fluentui/react-components';
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { SearchRegular } from '../../../ui/icons.ts';
import { DirectoryProblem } from '../../../ui/people/DirectoryProblem.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';

interface PickListProps<Item extends { id: string }> {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ items: Item[]; cursor: string | null }>>;
  readonly search: string;
  readonly onClearSearch: () => void;
  readonly render: (item: Item) => ReactNode;
}

/** One kind of directory objects: loading, failed, empty or listed. */
export function PickList<Item extends { id: string }>(props: PickListProps<Item>) {
  const { label, query, search, onClearSearch, render } = props;
  const { t } = useTranslation('select');
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  if (query.isPending) return <RowSkeletons />;
  if (query.isError && items.length === 0) {
    return <DirectoryProblem error={query.error} onRetry={() => void query.refetch()} />;
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
