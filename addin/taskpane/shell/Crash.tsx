import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCircleRegular } from '../../ui/icons.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** What is shown instead of a page that could not be drawn. */
export function Crash() {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div role="alert">
      <EmptyState
        icon={<ErrorCircleRegular />}
        title={t('crash.title')}
        text={t('crash.text')}
        action={
          <div className={styles.actions}>
            <Button appearance="primary" onClick={() => window.location.reload()}>
              {t('crash.reload')}
            </Button>
            <Button onClick={() => window.location.assign(window.location.pathname)}>{t('crash.home')}</Button>
          </div>
        }
      />
    </div>
  );
}
