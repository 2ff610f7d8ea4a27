import { Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SignatureFilled } from '../../ui/icons.ts';
import { useIsWide } from '../../ui/useIsWide.ts';

const useStyles = makeStyles({
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  mark: { color: tokens.colorBrandForeground1, fontSize: '24px' },
});

/** The name, where Outlook's own title bar does not already show it above the pane. */
export function Brand() {
  const { t } = useTranslation();
  const styles = useStyles();
  if (!useIsWide(1024)) return null;
  return (
    <span className={styles.brand}>
      <SignatureFilled className={styles.mark} aria-hidden />
      <Subtitle2>{t('appName')}</Subtitle2>
    </span>
  );
}
