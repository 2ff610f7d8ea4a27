import { Button } from '@fluentui/react-components';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../../ui/lists/DisclosureRow.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { SearchRegular } from '../../../ui/icons.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { useOpenRows } from '../../../ui/lists/useOpenRows.ts';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';

interface Entry {
  readonly teammateId: string;
}

interface EntryListProps<Item extends Entry> {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ items: Item[]; cursor: string | null }>>;
  readonly onClear: () => void;
  readonly render: (item: Item, state: OpenState) => ReactNode;
}

/** The people of a plan or run. */
export function EntryList<Item extends Entry>({ label, query, onClear, render }: EntryListProps<Item>) {
  const { t } = useTranslation('sync');
  const openStateOf = useOpenRows();
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  if (query.isPending) return <RowSkeletons />;
  if (query.isError && items.length === 0) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0 && !query.hasNextPage) {
    return (
      <EmptyState
        icon={<SearchRegular />}
        title={t('plan.none')}
        action={<Button onClick={onClear}>{t('plan.clear')}</Button>}
      />
    );
  }
  return (
    <VirtualList
      label={label}
      items={items}
      keyOf={(item) => item.teammateId}
      rowHeight={58}
      more={query}
      render={(item) => render(item, openStateOf(item.teammateId))}
    />
  );
}
