import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'grid', gridTemplateColumns: 'min-content 1fr', alignItems: 'center', columnGap: '12px' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalSNudge },
  short: { width: '45%' },
});

/** The shape of a list while it is on its way. */
export function RowSkeletons({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div className={styles.row} key={index}>
          <SkeletonItem shape="circle" size={32} />
          <div className={styles.words}>
            <SkeletonItem size={12} />
            <SkeletonItem size={8} className={styles.short} />
          </div>
        </div>
      ))}
    </Skeleton>
  );
}
