import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePaneApi } from '../../api/ApiContext.tsx';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  link: { fontSize: tokens.fontSizeBase200, textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink },
});

/** Says on every page of a demo that nobody in it exists. */
export function DemoBanner() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { demo, simulatorUrl } = usePaneApi().config;
  if (!demo) return null;
  return (
    <aside className={styles.banner} aria-label={t('demo.title')}>
      <span>
        <strong>{t('demo.title')}.</strong> {t('demo.text')}
      </span>
      {simulatorUrl !== undefined && (
        <Link
          href={simulatorUrl}
          target="_blank"
          rel="noreferrer"
          className={styles.link}
          aria-label={`${t('demo.link')} ${t('opensNewWindow')}`}
        >
          {t('demo.link')}
        </Link>
      )}
    </aside>
  );
}
