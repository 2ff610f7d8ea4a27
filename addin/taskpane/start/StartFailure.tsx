import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { OfficeHost } from '../../office/officeHost.ts';
import { usePaneTheme } from '../../theme/usePaneTheme.ts';
import { Backdrop } from '../../ui/page/Backdrop.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';

const useStyles = makeStyles({
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '640px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
  },
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
  const { theme } = usePaneTheme(host);
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <I18nextProvider i18n={texts}>
        <Backdrop>
          <Message error={error} />
        </Backdrop>
      </I18nextProvider>
    </FluentProvider>
  );
}
