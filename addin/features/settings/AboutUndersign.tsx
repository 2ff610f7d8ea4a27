import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePaneApi } from '../../api/client/ApiContext.tsx';
import { Panel } from '../../ui/page/Panel.tsx';

const useStyles = makeStyles({
  line: { margin: 0 },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

/** What somebody is asked for who reports a fault, and whose work is in it. */
export function AboutUndersign() {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const { version } = usePaneApi().config;
  return (
    <Panel title={t('about.title')}>
      <p className={styles.line}>{t('about.version', { version })}</p>
      <div className={styles.links}>
        <Link href="/third-party.txt" target="_blank" rel="noopener">
          {t('about.licences')}
        </Link>
        <Link href="/api/docs" target="_blank" rel="noopener">
          {t('about.api')}
        </Link>
      </div>
    </Panel>
  );
}
