import { useTranslation } from 'react-i18next';
import type { DirectoryUser } from '../../../../server/src/contract/people/directory.ts';
import { useDirectoryUsers } from '../../../api/people/directoryApi.ts';
import { PersonName } from '../../../ui/people/PersonName.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { PickList } from './PickList.tsx';
import { PickRow } from './PickRow.tsx';
import { excludePick, includePick, removePicks, stateOf } from '../selectionEdits.ts';
import type { TabProps } from './tabProps.ts';

function usePersonLine(): (user: DirectoryUser) => string {
  const { t } = useTranslation('select');
  return (user) =>
    [
      user.userType === 'Guest' ? t('kind.guest') : null,
      user.accountEnabled ? null : t('kind.disabled'),
      user.jobTitle,
      user.mail ?? user.userPrincipalName,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
}

/** People to include or leave out one by one. */
export function PeopleTab({ draft, search, onClearSearch }: TabProps) {
  const { t } = useTranslation('select');
  const query = useDirectoryUsers(search);
  const line = usePersonLine();
  const missing = `/teammates/missing${search === '' ? '' : `?search=${encodeURIComponent(search)}`}`;
  return (
    <>
      <span>
        <RouterLink to={missing}>{t('whyMissing')}</RouterLink>
      </span>
      <PickList
        label={t('list.people')}
        query={query}
        search={search}
        onClearSearch={onClearSearch}
        render={(user) => {
          const pick = { id: user.id, displayName: user.displayName };
          return (
            <PickRow
              name={user.displayName}
              state={stateOf(draft.selection, 'person', user.id)}
              onInclude={(isIncluded) =>
                draft.change((now) => (isIncluded ? includePick(now, 'person', pick) : removePicks(now, [user.id])))
              }
              onExclude={(isExcluded) =>
                draft.change((now) => (isExcluded ? excludePick(now, 'person', pick) : removePicks(now, [user.id])))
              }
            >
              <PersonName name={user.displayName} below={line(user)} />
            </PickRow>
          );
        }}
      />
    </>
  );
}
