import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../../auth/AuthContext.tsx';
import { useSignInAgain } from '../../../ui/notices/useSignInAgain.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0, paddingBlock: tokens.spacingVerticalS } });

/** Asks the person to sign in again above the page they were on, which stays as it is. */
export function ExpiredNotice() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { state } = useAuth();
  const signInAgain = useSignInAgain();
  const queries = useQueryClient();
  const wasExpired = useRef(false);
  useEffect(() => {
    if (wasExpired.current && !state.isExpired) void queries.invalidateQueries();
    wasExpired.current = state.isExpired;
  }, [queries, state.isExpired]);
  if (!state.isExpired) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('expired.title')}</MessageBarTitle>
        {state.failure === null ? t('expired.text') : t(`auth:failure.${state.failure}`)}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={({ currentTarget }) => signInAgain(currentTarget)}>
          {t('expired.action')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
