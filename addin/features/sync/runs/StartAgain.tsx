import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useStartPreview, useStartSync } from '../../../api/sync/runsApi.ts';

interface StartAgainProps {
  readonly run: Pick<Run, 'kind' | 'mode'>;
  readonly onFailed: (error: Error) => void;
}

/** The same once more, for a run that did not come to its end. */
export function StartAgain({ run, onFailed }: StartAgainProps) {
  const { t } = useTranslation('sync');
  const navigate = useNavigate();
  const preview = useStartPreview();
  const sync = useStartSync();
  const then = { onSuccess: ({ id }: Run) => void navigate(`/sync/runs/${id}`), onError: onFailed };
  const start = () => {
    if (run.kind === 'preview') preview.mutate(null, then);
    else sync.mutate({ mode: run.mode, approvedDepartures: 0 }, then);
  };
  return (
    <Button appearance="primary" onClick={start} disabledFocusable={preview.isPending || sync.isPending}>
      {t('result.startAgain')}
    </Button>
  );
}
