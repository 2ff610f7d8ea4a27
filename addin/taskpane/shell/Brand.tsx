import { Subtitle2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SignatureFilled } from '../../ui/icons.ts';

const useStyles = makeStyles({
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  mark: { color: tokens.colorBrandForeground1, fontSize: '24px' },
});

/** The name, where there is room for it beside what one can do. */
export function Brand({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.brand, className)}>
      <SignatureFilled className={styles.mark} aria-hidden />
      <Subtitle2>{t('appName')}</Subtitle2>
    </span>
  );
}
