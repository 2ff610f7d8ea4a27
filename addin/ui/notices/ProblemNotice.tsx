import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
  useDialogSurfaceContext_unstable,
} from '@fluentui/react-components';
import { Fragment, lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { useKnownSession } from '../../api/client/ApiContext.tsx';
import { useAuth } from '../../auth/AuthContext.tsx';
import { problemText } from './problemText.ts';
import { isSettledAtConnection, isState, isUnconnected, isWorthRetrying } from './remedy.ts';
import { useSignInAgain } from './useSignInAgain.ts';

// Links need the router, which comes with the pages; before the sign-in something may go wrong too.
const ToConnection = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'to-connection' */ './ToConnection.tsx')).ToConnection,
}));

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS, flexShrink: 0 },
  id: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  body: { whiteSpace: 'normal' },
});

interface ProblemNoticeProps {
  readonly error: unknown;
  /** Offered where asking again may help. */
  readonly onRetry?: () => void;
  /** Where this is put right, if the notice does not know by itself. */
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

/** What is said: of a tenant that others have to connect, that they have to. */
const saidOf = (error: unknown, mayConnect: boolean): unknown =>
  error instanceof ApiProblem && isUnconnected(error.code) && !mayConnect
    ? new ApiProblem({ code: 'tenant-not-connected' })
    : error;

type RemediesProps = Omit<ProblemNoticeProps, 'error'> & { readonly code: string };

/** Only those who may change the connection. */
const useLeadsToConnection = (code: string): boolean =>
  useKnownSession()?.role === 'admin' && isSettledAtConnection(code);

/** The buttons that help. */
function Remedies({ code, onRetry, children }: RemediesProps) {
  const { t } = useTranslation();
  const isInDialog = useDialogSurfaceContext_unstable() === true;
  const leads = useLeadsToConnection(code);
  const retry = isWorthRetrying(code) ? onRetry : undefined;
  const buttons = [
    isInDialog && code === 'sign-in-needed' && <SignInAgain key="signIn" />,
    leads && children === undefined && (
      <Suspense key="connection" fallback={null}>
        <ToConnection />
      </Suspense>
    ),
    children !== undefined && <Fragment key="own">{children}</Fragment>,
    retry && (
      <Button key="retry" onClick={retry}>
        {t('retry')}
      </Button>
    ),
  ].filter(Boolean);
  return buttons.length > 0 && <MessageBarActions>{buttons}</MessageBarActions>;
}

/** What went wrong, in the reader's language, and the next thing to do. */
export function ProblemNotice({ error, ...remedies }: ProblemNoticeProps) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const mayConnect = useKnownSession()?.role === 'admin';
  const code = error instanceof ApiProblem ? error.code : '';
  const { text, requestId } = problemText(i18n, saidOf(error, mayConnect));
  const broke = !isState(code);
  const notice = (
    <MessageBar intent={broke ? 'error' : 'warning'} layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody className={styles.body}>
        {text}
        {broke && requestId !== null && <span className={styles.id}>{t('requestId', { id: requestId })}</span>}
      </MessageBarBody>
      <Remedies code={code} {...remedies} />
    </MessageBar>
  );
  return code === 'sign-in-needed' ? <WhileEnded>{notice}</WhileEnded> : notice;
}
