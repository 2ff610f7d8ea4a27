import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { PlugConnectedRegular } from '../icons.ts';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { isUnconnected } from '../notices/remedy.ts';
import { ToConnection } from '../notices/ToConnection.tsx';
import { EmptyState } from '../page/EmptyState.tsx';

/** Why the directory could not be looked into; where no tenant is connected, that is all there is to say. */
function DirectoryProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('select');
  if (!(error instanceof ApiProblem && isUnconnected(error.code)))
    return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={<PlugConnectedRegular />}
      title={t('notConnected.title')}
      text={t('notConnected.text')}
      action={<ToConnection appearance="primary" />}
    />
  );
}

/** The same for a list of the directory (`LoadedPages`). */
export const directoryProblem = (error: unknown, onRetry: () => void): ReactNode => (
  <DirectoryProblem error={error} onRetry={onRetry} />
);
