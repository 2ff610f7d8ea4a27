import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/src/contract/sync.ts';
import { ApiProblem } from '../../api/apiProblem.ts';
import { problemText } from '../../ui/problemText.ts';
import { RouterButton } from '../../ui/RouterButton.tsx';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  id: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const solvedAt = (code: string): string => {
  if (['consent-missing', 'permission-missing', 'not-connected', 'tenant-not-connected'].includes(code))
    return '/connect';
  return code === 'selection-empty' ? '/select' : '/sync';
};

const actionText: Readonly<Record<string, string>> = {
  '/connect': 'connectFirst.action',
  '/select': 'syncNow.toSelection',
  '/sync': 'result.again',
};

/** Why a run failed, what the admin can do, and the id Microsoft's support asks for. */
export function RunFailure({ failure }: { failure: NonNullable<Run['failure']> }) {
  const { t, i18n } = useTranslation('sync');
  const styles = useStyles();
  const { text } = problemText(i18n, new ApiProblem({ code: failure.code, detail: failure.message }));
  const to = solvedAt(failure.code);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('result.failed')}</MessageBarTitle>
        {text}
        {failure.graphRequestId !== null && (
          <span className={styles.id}>{t('result.graphRequestId', { id: failure.graphRequestId })}</span>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <RouterButton to={to}>{t(actionText[to] ?? 'result.again')}</RouterButton>
      </MessageBarActions>
    </MessageBar>
  );
}
