import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { OfficeHost } from '../office/officeHost.ts';
import { usePaneTheme } from '../theme/usePaneTheme.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  main: { maxWidth: '640px', marginInline: 'auto', padding: tokens.spacingHorizontalXXL },
  root: { minHeight: '100%' },
});

function Message({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <main className={styles.main}>
      <h1>{t('start.title')}</h1>
      <ProblemNotice error={error} onRetry={() => window.location.reload()} />
    </main>
  );
}

/** Shown when not even the public settings could be read. */
export function StartFailure({ host, texts, error }: { host: OfficeHost; texts: i18n; error: unknown }) {
  const styles = useStyles();
  const { theme } = usePaneTheme(host);
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <I18nextProvider i18n={texts}>
        <Message error={error} />
      </I18nextProvider>
    </FluentProvider>
  );
}
