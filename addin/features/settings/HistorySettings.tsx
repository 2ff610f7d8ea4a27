import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/page/Panel.tsx';
import type { SectionProps } from './sectionProps.ts';
import { SettingNumber } from './SettingNumber.tsx';

const useStyles = makeStyles({ faint: { margin: 0, maxWidth: '65ch', color: tokens.colorNeutralForeground2 } });

/** How long what happened is kept. */
export function HistorySettings(props: SectionProps) {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  return (
    <Panel title={t('history.title')}>
      <p className={styles.faint}>{t('history.text')}</p>
      <SettingNumber {...props} field="historyDays" label={t('history.days')} hint={t('history.daysHint')} />
    </Panel>
  );
}
