import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposals } from '../../../api/proposalsApi.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../../ui/icons.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { VirtualList } from '../../../ui/VirtualList.tsx';
import { PersonProposals } from './PersonProposals.tsx';

function People({ query }: { query: ReturnType<typeof useProposals> }) {
  const { t } = useTranslation('proposals');
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return (
    <Panel>
      {items.length === 0 && !query.hasNextPage ? (
        <EmptyState icon={<CheckmarkCircleRegular />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <VirtualList
          label={t('list')}
          items={items}
          keyOf={({ teammateId }) => teammateId}
          rowHeight={160}
          more={query}
          render={(person) => <PersonProposals person={person} />}
        />
      )}
    </Panel>
  );
}

/** What teammates filled in that counts only once an admin approved it. */
export function ProposalsPage() {
  const { t } = useTranslation('proposals');
  const query = useProposals();
  return (
    <Page title={t('title')} lead={t('lead')} before={<BackLink to="/teammates">{t('teammates:back')}</BackLink>}>
      <Loaded query={query}>{() => <People query={query} />}</Loaded>
    </Page>
  );
}
