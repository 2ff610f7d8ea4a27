import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposals } from '../../../api/people/proposalsApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../../ui/icons.ts';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
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
  const { t } = useTranslation(['proposals', 'teammates']);
  const query = useProposals();
  return (
    <Page title={t('title')} lead={t('lead')} before={<BackLink to="/teammates">{t('teammates:back')}</BackLink>}>
      <Loaded query={query}>{() => <People query={query} />}</Loaded>
    </Page>
  );
}
