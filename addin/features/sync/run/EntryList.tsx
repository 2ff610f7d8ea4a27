import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../../ui/lists/DisclosureRow.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { SearchRegular } from '../../../ui/icons.ts';
import { LoadedPages, type PagedQuery } from '../../../ui/lists/LoadedPages.tsx';
import { useOpenRows } from '../../../ui/lists/useOpenRows.ts';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';

interface Entry {
  readonly teammateId: string;
}

interface EntryListProps<Item extends Entry> {
  readonly label: string;
  readonly query: PagedQuery<Item>;
  readonly onClear: () => void;
  readonly render: (item: Item, state: OpenState) => ReactNode;
}

/** The people of a plan or run. */
export function EntryList<Item extends Entry>({ label, query, onClear, render }: EntryListProps<Item>) {
  const { t } = useTranslation('sync');
  const openStateOf = useOpenRows();
  const none = (
    <EmptyState
      icon={<SearchRegular />}
      title={t('plan.none')}
      action={<Button onClick={onClear}>{t('plan.clear')}</Button>}
    />
  );
  return (
    <LoadedPages query={query} empty={none}>
      {(items) => (
        <VirtualList
          label={label}
          items={items}
          keyOf={(item) => item.teammateId}
          rowHeight={58}
          more={query}
          render={(item) => render(item, openStateOf(item.teammateId))}
        />
      )}
    </LoadedPages>
  );
}
