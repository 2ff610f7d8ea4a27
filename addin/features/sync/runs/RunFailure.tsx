import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync.ts';
import { RouterButton } from '../../../ui/RouterButton.tsx';
import { failureText, solvedAt } from './failureText.ts';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  id: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const actionText = {
  '/connect': 'connectFirst.action',
  '/select': 'syncNow.toSelection',
  '/sync': 'result.again',
} as const;

/** Why a run failed, what the admin can do, and the id Microsoft's support asks for. */
export function RunFailure({ failure }: { failure: NonNullable<Run['failure']> }) {
  const { t, i18n } = useTranslation('sync');
  const styles = useStyles();
  const to = solvedAt(failure.code);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('result.failed')}</MessageBarTitle>
        {failureText(i18n, failure)}
        {failure.graphRequestId !== null && (
          <span className={styles.id}>{t('result.graphRequestId', { id: failure.graphRequestId })}</span>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <RouterButton to={to}>{t(actionText[to])}</RouterButton>
      </MessageBarActions>
    </MessageBar>
  );
}
