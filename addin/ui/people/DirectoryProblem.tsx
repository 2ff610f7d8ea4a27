import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { RouterButton } from '../buttons/RouterButton.tsx';
import { PlugConnectedRegular } from '../icons.ts';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { EmptyState } from '../page/EmptyState.tsx';

/** Why the directory could not be looked into; where no tenant is connected, asking again is of no use, and connecting one is. */
export function DirectoryProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('select');
  const code = error instanceof ApiProblem ? error.code : '';
  const toConnection = (
    <RouterButton to="/connect" appearance="primary">
      {t('notConnected.action')}
    </RouterButton>
  );
  if (code === 'not-connected' || code === 'tenant-not-connected') {
    return (
      <EmptyState
        icon={<PlugConnectedRegular />}
        title={t('notConnected.title')}
        text={t('notConnected.text')}
        action={toConnection}
      />
    );
  }
  const needsConnection = code === 'consent-missing' || code === 'permission-missing';
  return (
    <ProblemNotice error={error} onRetry={onRetry}>
      {needsConnection ? toConnection : undefined}
    </ProblemNotice>
  );
}

/** The same for a list of the directory (`LoadedPages`). */
export const directoryProblem = (error: unknown, onRetry: () => void): ReactNode => (
  <DirectoryProblem error={error} onRetry={onRetry} />
);
