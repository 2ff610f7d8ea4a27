import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
  useDialogSurfaceContext_unstable,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { problemText } from './problemText.ts';
import { useSignInAgain } from './useSignInAgain.ts';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS, flexShrink: 0 },
  id: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  body: { whiteSpace: 'normal' },
});

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** Only within a dialog: what asks above the page is out of reach there, and elsewhere one button is enough. */
function SignInAgain() {
  const { t } = useTranslation();
  const signInAgain = useSignInAgain();
  return (
    <Button appearance="primary" onClick={({ currentTarget }) => signInAgain(currentTarget)}>
      {t('expired.action')}
    </Button>
  );
}

/** A sign-in that has ended is no problem any more once there is another. */
function WhileEnded({ children }: { children: ReactNode }) {
  return useAuth().state.isExpired && children;
}

/** What went wrong, in the reader's language, and the next thing to do. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const { text, requestId } = problemText(i18n, error);
  const isInDialog = useDialogSurfaceContext_unstable();
  const hasEnded = error instanceof ApiProblem && error.code === 'sign-in-needed';
  const asksHere = hasEnded && isInDialog === true;
  const notice = (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody className={styles.body}>
        {text}
        {requestId !== null && <span className={styles.id}>{t('requestId', { id: requestId })}</span>}
      </MessageBarBody>
      {(asksHere || (onRetry ?? children) !== undefined) && (
        <MessageBarActions>
          {asksHere && <SignInAgain />}
          {children}
          {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
  return hasEnded ? <WhileEnded>{notice}</WhileEnded> : notice;
}
