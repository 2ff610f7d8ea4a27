import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import type { SectionProps } from './sectionProps.ts';
import { SettingNumber } from './SettingNumber.tsx';
import { numberOf } from './settingsForm.ts';
import { SettingSwitch } from './SettingSwitch.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

/** How often changes are looked for, and whether at all. */
export function ScheduleSettings({ editor, isReadOnly }: SectionProps) {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const formats = useFormats();
  const { form } = editor;
  const minutes = numberOf(form, 'everyMinutes');
  const times = minutes === null ? null : Math.max(1, Math.round(1440 / minutes));
  return (
    <Panel title={t('schedule.title')}>
      <SettingNumber
        editor={editor}
        field="everyMinutes"
        label={t('schedule.minutes')}
        hint={t('schedule.minutesHint')}
        isReadOnly={isReadOnly}
      />
      {times !== null && (
        <p className={styles.text}>{t('schedule.perDay', { count: times, formatted: formats.number(times) })}</p>
      )}
      <SettingSwitch
        label={t('schedule.paused')}
        hint={t(form.isPaused ? 'schedule.pausedOn' : 'schedule.pausedOff')}
        checked={form.isPaused}
        isReadOnly={isReadOnly}
        onChange={(isPaused) => editor.change({ isPaused })}
      />
    </Panel>
  );
}
