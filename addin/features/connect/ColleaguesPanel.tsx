import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRollout } from '../../api/manage/rolloutApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import type { Consent } from './useConsent.ts';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '65ch' },
  action: { alignSelf: 'flex-start' },
  coming: { visibility: 'hidden' },
});

interface ColleaguesPanelProps {
  readonly consent: Consent;
  readonly canConsent: boolean;
}

/**
 * Whether colleagues get a token without being asked, and what to click where they do not. Only a colleague who was signed
 * in proves it: to read it from Microsoft would take one more permission.
 */
export function ColleaguesPanel({ consent, canConsent }: ColleaguesPanelProps) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const formats = useFormats();
  const { data, isPending, isLoadingError } = useRollout();
  const seen = data?.seen ?? 0;
  return (
    <Panel title={t('colleagues.title')}>
      {/* As high while it is on its way, so that nothing below moves. */}
      <p className={mergeClasses(styles.text, isPending && styles.coming)} hidden={isLoadingError}>
        {seen > 0 ? t('colleagues.seen', { count: seen, formatted: formats.number(seen) }) : t('colleagues.unseen')}
      </p>
      <p className={styles.text}>{t('colleagues.advice')}</p>
      {canConsent ? (
        <Button
          className={styles.action}
          onClick={() => void consent.start('signIn')}
          disabledFocusable={consent.isStarting || consent.isWaiting}
        >
          {t('colleagues.approve')}
        </Button>
      ) : (
        <p className={styles.text}>{t('colleagues.needsAdmin')}</p>
      )}
    </Panel>
  );
}
