import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { PeopleRegular, PersonSearchRegular, SearchRegular } from '../../../ui/icons.ts';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
});

/** Before the first sync. */
export function NoTeammates() {
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

/** Nobody in this list matches; the name that was looked for goes along to where one finds out why. */
export function NobodyFound({ search, onClear }: { search: string; onClear: () => void }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  if (search === '') {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title={t('empty.view')}
        action={<Button onClick={onClear}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t('empty.search')}
      text={t('empty.searchText')}
      action={
        <span className={styles.actions}>
          {isAdmin && (
            <RouterButton
              to={`/teammates/missing?search=${encodeURIComponent(search)}`}
              appearance="primary"
              icon={<PersonSearchRegular />}
            >
              {t('missing.link')}
            </RouterButton>
          )}
          <Button onClick={onClear}>{t('empty.clear')}</Button>
        </span>
      }
    />
  );
}
