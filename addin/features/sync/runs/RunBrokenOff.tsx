import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { SyncProblem } from '../status/SyncProblem.tsx';
import { failureText, solvedAt } from './failureText.ts';
import { StartAgain } from './StartAgain.tsx';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  id: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const actionText = { '/connect': 'common:toConnection', '/select': 'syncNow.toSelection' } as const;

/** Why a run did not come to its end, what the admin can do, and the id Microsoft's support asks for. */
export function RunBrokenOff({ run }: { run: Run }) {
  const { t, i18n } = useTranslation('sync');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const [error, setError] = useState<Error | null>(null);
  const { failure } = run;
  const to = failure === null ? '/sync' : solvedAt(failure.code);
  return (
    <>
      <SyncProblem error={error} />
      <MessageBar
        intent={failure === null ? 'info' : 'error'}
        layout="multiline"
        className={styles.bar}
        role={failure === null ? 'status' : 'alert'}
      >
        <MessageBarBody>
          {failure === null ? (
            t(run.kind === 'preview' ? 'result.cancelledPreview' : 'result.cancelled')
          ) : (
            <>
              <MessageBarTitle>{t('result.failed')}</MessageBarTitle>
              {failureText(i18n, failure)}
              {failure.graphRequestId !== null && (
                <span className={styles.id}>{t('result.graphRequestId', { id: failure.graphRequestId })}</span>
              )}
            </>
          )}
        </MessageBarBody>
        {isAdmin && (
          <MessageBarActions>
            {to === '/sync' ? (
              <StartAgain run={run} onFailed={setError} />
            ) : (
              <RouterButton to={to} appearance="primary">
                {t(actionText[to])}
              </RouterButton>
            )}
          </MessageBarActions>
        )}
      </MessageBar>
    </>
  );
}
