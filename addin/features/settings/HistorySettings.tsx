import { useTranslation } from 'react-i18next';
import type { SectionProps } from './sectionProps.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { SettingNumber } from './SettingNumber.tsx';

/** How long what happened is kept. */
export function HistorySettings(props: SectionProps) {
  const { t } = useTranslation('settings');
  return (
    <SettingsSection title={t('history.title')} help={<p>{t('history.text')}</p>}>
      <SettingNumber {...props} field="historyDays" label={t('history.days')} hint={t('history.daysHint')} />
    </SettingsSection>
  );
}
