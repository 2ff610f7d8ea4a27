import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MorePages } from './useWindowRows.ts';

const useStyles = makeStyles({
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
  },
});

/** What stands below a list while more of it is on its way, or did not come. */
export function MoreRows({ more }: { more: MorePages }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <>
      {more.isFetchingNextPage && <Spinner size="tiny" label={t('list.loadingMore')} className={styles.end} />}
      {more.isFetchNextPageError && (
        <div className={styles.end} role="alert">
          {t('list.moreFailed')}
          <Button size="small" onClick={() => void more.fetchNextPage()}>
            {t('retry')}
          </Button>
        </div>
      )}
    </>
  );
}
