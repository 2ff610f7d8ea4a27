import { Subtitle2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SignatureFilled } from '../../ui/icons.ts';

const useStyles = makeStyles({
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  /** In a pane of 320 px at 200 % it is cut rather than the menu beside it. */
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  mark: { color: tokens.colorBrandForeground1, fontSize: '24px' },
});

/** The name, where there is room for it beside what one can do. */
export function Brand({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.brand, className)}>
      <SignatureFilled className={styles.mark} aria-hidden />
      <Subtitle2 className={styles.name}>{t('appName')}</Subtitle2>
    </span>
  );
}
