import { useTranslation } from 'react-i18next';
import type { DirectoryUser } from '../../../server/src/contract/people/directory.ts';
import { useDirectoryUsers } from '../../api/people/directoryApi.ts';
import { BackLink } from '../../ui/page/BackLink.tsx';
import { DisclosureRow } from '../../ui/lists/DisclosureRow.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { SearchRegular } from '../../ui/icons.ts';
import { directoryProblem } from '../../ui/people/DirectoryProblem.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { LoadedPages } from '../../ui/lists/LoadedPages.tsx';
import { SearchField } from '../../ui/lists/SearchField.tsx';
import { useOpenRows } from '../../ui/lists/useOpenRows.ts';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../ui/state/useSettled.ts';
import { VirtualList } from '../../ui/lists/VirtualList.tsx';
import { Explanation } from './Explanation.tsx';

const lineOf = (user: DirectoryUser) =>
  [user.jobTitle, user.mail ?? user.userPrincipalName].filter(Boolean).join(' · ');

function Found({ search }: { search: string }) {
  const { t } = useTranslation('teammates');
  const query = useDirectoryUsers(search);
  const openStateOf = useOpenRows();
  const nobody = <EmptyState icon={<SearchRegular />} title={t('missing.nobody')} text={t('missing.nobodyText')} />;
  return (
    <LoadedPages query={query} problem={directoryProblem} empty={nobody}>
      {(users) => (
        <VirtualList
          label={t('missing.list')}
          items={users}
          keyOf={(user) => user.id}
          rowHeight={58}
          more={query}
          render={(user) => (
            <DisclosureRow name={user.displayName} below={lineOf(user)} {...openStateOf(user.id)}>
              <Explanation id={user.id} name={user.displayName} />
            </DisclosureRow>
          )}
        />
      )}
    </LoadedPages>
  );
}

const searchOf = (address: URLSearchParams): string => address.get('search')?.slice(0, 120) ?? '';

/** Anybody in the directory, and why they take part or not. */
export function MissingPage() {
  const { t } = useTranslation('teammates');
  const [search, setSearch, visit] = useFromAddress(searchOf);
  const settled = useSettled(search, { visit }).trim();
  useKeptInAddress({ search: settled });
  return (
    <Page title={t('missing.title')} lead={t('missing.lead')} before={<BackLink to="/teammates">{t('back')}</BackLink>}>
      <Panel>
        <SearchField label={t('missing.search')} value={search} onChange={setSearch} />
        <Found search={settled} />
      </Panel>
    </Page>
  );
}
