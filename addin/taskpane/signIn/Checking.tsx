import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../auth/AuthContext.tsx';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
  },
  text: { margin: 0 },
});

/** After this long a person wants to do something. */
const patience = 5_000;

/** While Outlook is asked for a token; should it never answer, the person can sign in by hand. */
export function Checking() {
  const { t } = useTranslation('auth');
  const styles = useStyles();
  const { session } = useAuth();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.page}>
      <Spinner label={t('checking')} labelPosition="below" role="status" />
      {isSlow && (
        <>
          <p className={styles.text} role="alert">
            {t('slow')}
          </p>
          <Button appearance="primary" onClick={() => void session.signIn()}>
            {t('signIn')}
          </Button>
        </>
      )}
    </main>
  );
}
