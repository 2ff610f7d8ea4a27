import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problemText.ts';

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

/** What went wrong, in the reader's language, and the next thing to do. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const { text, requestId } = problemText(i18n, error);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody className={styles.body}>
        {text}
        {requestId !== null && <span className={styles.id}>{t('requestId', { id: requestId })}</span>}
      </MessageBarBody>
      {(onRetry ?? children) !== undefined && (
        <MessageBarActions>
          {children}
          {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
