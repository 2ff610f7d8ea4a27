import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';

function wayOut(error: unknown): { to: string; text: string } | null {
  if (!(error instanceof ApiProblem)) return null;
  const { code, values } = error;
  if (code === 'run-in-progress' && typeof values['runId'] === 'string') {
    return { to: `/sync/runs/${values['runId']}`, text: 'inProgress.show' };
  }
  return code === 'selection-empty' ? { to: '/select', text: 'syncNow.toSelection' } : null;
}

/** Why a preview or sync did not start, and where to solve it. */
export function SyncProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('sync');
  if (error === null || error === undefined) return null;
  const way = wayOut(error);
  return (
    <ProblemNotice error={error}>
      {way ? <RouterButton to={way.to}>{t(way.text)}</RouterButton> : undefined}
    </ProblemNotice>
  );
}
