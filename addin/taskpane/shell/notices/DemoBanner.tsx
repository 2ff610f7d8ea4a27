import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaneApi } from '../../../api/client/ApiContext.tsx';
import { DismissRegular } from '../../../ui/icons.ts';
import { keep, readKept } from '../../../office/browserStorage.ts';

const useStyles = makeStyles({
  banner: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  words: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', columnGap: tokens.spacingHorizontalS },
  link: {
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'underline',
    color: tokens.colorBrandForegroundLink,
    display: 'inline-flex',
    alignItems: 'center',
  },
  line: { alignSelf: 'center' },
});

const dismissedKey = 'undersign.demoBandDismissed';

/** Says that nobody in a demo exists, until one has read it. */
export function DemoBanner() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { demo, simulatorUrl } = usePaneApi().config;
  const [isDismissed, setDismissed] = useState(() => readKept(dismissedKey, 'sessionStorage') === 'yes');
  if (!demo || isDismissed) return null;
  const dismiss = () => {
    keep(dismissedKey, 'yes', 'sessionStorage');
    setDismissed(true);
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <aside className={styles.banner} aria-label={t('demo.title')}>
      <span className={styles.words}>
        <span className={styles.line}>
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
      </span>
      <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={t('close')} onClick={dismiss} />
    </aside>
  );
}
