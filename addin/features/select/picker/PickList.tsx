import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { SearchRegular } from '../../../ui/icons.ts';
import { directoryProblem } from '../../../ui/people/DirectoryProblem.tsx';
import { LoadedPages, type PagedQuery } from '../../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';

interface PickListProps<Item extends { id: string }> {
  readonly label: string;
  readonly query: PagedQuery<Item>;
  readonly search: string;
  readonly onClearSearch: () => void;
  readonly render: (item: Item) => ReactNode;
}

/** One kind of directory objects: loading, failed, empty or listed. */
export function PickList<Item extends { id: string }>(props: PickListProps<Item>) {
  const { label, query, search, onClearSearch, render } = props;
  const { t } = useTranslation('select');
  const none = (
    <EmptyState
      icon={<SearchRegular />}
      title={search === '' ? t('empty.none') : t('empty.search', { search })}
      action={search !== '' && <Button onClick={onClearSearch}>{t('empty.clear')}</Button>}
    />
  );
  return (
    <LoadedPages query={query} problem={directoryProblem} empty={none}>
      {(items) => (
        <VirtualList
          label={label}
          items={items}
          keyOf={(item) => item.id}
          render={render}
          rowHeight={64}
          more={query}
        />
      )}
    </LoadedPages>
  );
}
