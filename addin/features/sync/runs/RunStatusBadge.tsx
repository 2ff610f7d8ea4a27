import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { isFinished } from '../../../api/live/isFinished.ts';
import { statusWord } from './statusWord.ts';

const color = {
  queued: 'informative',
  reading: 'brand',
  planning: 'brand',
  applying: 'brand',
  succeeded: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const;

/** How a run is doing, in one word. */
export function RunStatusBadge({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const status = run.cancelRequested && !isFinished(run) ? 'cancelling' : run.status;
  const word = status === 'cancelling' ? status : statusWord(run);
  return (
    <Badge appearance="tint" color={status === 'cancelling' ? 'warning' : color[status]}>
      {t(`status.${word}`)}
    </Badge>
  );
}
