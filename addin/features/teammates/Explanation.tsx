import { Badge, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PersonScope } from '../../../server/src/contract/people/teammates.ts';
import { usePersonScope } from '../../api/people/teammatesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { ScopeReasons } from '../../ui/people/ScopeReasons.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  faint: { color: tokens.colorNeutralForeground2 },
});

function Became({ person, name }: { person: PersonScope; name: string }) {
  const { t } = useTranslation('teammates');
  const { id, scope, teammateStatus } = person;
  if (teammateStatus !== null) {
    return (
      <>
        {t(`missing.status.${teammateStatus}`)}{' '}
        <RouterLink to={`/teammates/${id}`}>{t('missing.open', { name })}</RouterLink>
      </>
    );
  }
  if (scope.inScope) return t('missing.status.soon');
  return (
    <>
      {t('missing.status.never')} <RouterLink to="/select">{t('missing.toSelection')}</RouterLink>
    </>
  );
}

/** Whether one directory user is in scope right now, why, and what became of them here. */
export function Explanation({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const { data, isError, error, refetch } = usePersonScope('directory/users', id);
  if (isError && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spinner size="tiny" labelPosition="after" label={t('why.asking')} role="status" />;
  const { scope, lastSeenAt } = data;
  return (
    <div className={styles.root} role="status">
      <Badge appearance="tint" color={scope.inScope ? 'success' : 'warning'}>
        {t(scope.inScope ? 'missing.in' : 'missing.out')}
      </Badge>
      <div>
        <ScopeReasons verdict={scope} />
      </div>
      <p className={styles.text}>
        <Became person={data} name={name} />
      </p>
      {lastSeenAt !== null && (
        <Caption1 className={styles.faint}>{t('why.lastSeen', { when: formats.instant(lastSeenAt) })}</Caption1>
      )}
    </div>
  );
}
