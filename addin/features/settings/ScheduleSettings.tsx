import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats.ts';
import type { SectionProps } from './sectionProps.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { SettingNumber } from './SettingNumber.tsx';
import { numberOf } from './settingsForm.ts';
import { SettingSwitch } from './SettingSwitch.tsx';

/** How often changes are looked for, and whether at all. */
export function ScheduleSettings({ editor, isReadOnly }: SectionProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const { form } = editor;
  const minutes = numberOf(form, 'everyMinutes');
  const times = minutes === null ? null : Math.max(1, Math.round(1440 / minutes));
  return (
    <SettingsSection
      title={t('schedule.title')}
      help={times !== null && <p>{t('schedule.perDay', { count: times, formatted: formats.number(times) })}</p>}
    >
      <SettingNumber
        editor={editor}
        field="everyMinutes"
        label={t('schedule.minutes')}
        hint={t('schedule.minutesHint')}
        isReadOnly={isReadOnly}
      />
      <SettingSwitch
        label={t('schedule.paused')}
        hint={t(form.isPaused ? 'schedule.pausedOn' : 'schedule.pausedOff')}
        checked={form.isPaused}
        isReadOnly={isReadOnly}
        onChange={(isPaused) => editor.change({ isPaused })}
      />
    </SettingsSection>
  );
}
