import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats.ts';
import { useNow } from '../../ui/state/useNow.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { SettingNumber } from './SettingNumber.tsx';
import { numberOf, removalDates } from './settingsForm.ts';
import { SettingSwitch } from './SettingSwitch.tsx';
import type { SectionProps } from './sectionProps.ts';

const useStyles = makeStyles({
  days: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginInlineStart: '56px',
    '@media (max-width: 519px)': { marginInlineStart: 0 },
  },
});

/** What happens to people who leave the scope. */
export function LeavingSettings({ editor, isReadOnly }: SectionProps) {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const formats = useFormats();
  const now = useNow();
  const { form } = editor;
  const days = numberOf(form, 'removeAfterDays');
  const dates = days === null ? null : removalDates(now, days);
  return (
    <SettingsSection
      title={t('leaving.title')}
      help={
        form.autoRemove &&
        dates && (
          <p>
            {t('leaving.consequence', {
              removed: formats.day(dates.removed),
              restorable: formats.day(dates.restorable),
            })}
          </p>
        )
      }
    >
      <SettingSwitch
        label={t('leaving.autoDisable')}
        hint={t(form.autoDisable ? 'leaving.autoDisableOn' : 'leaving.autoDisableOff')}
        checked={form.autoDisable}
        isReadOnly={isReadOnly}
        onChange={(autoDisable) => editor.change({ autoDisable })}
      />
      <SettingSwitch
        label={t('leaving.autoRemove')}
        hint={form.autoRemove ? '' : t('leaving.autoRemoveOff')}
        checked={form.autoRemove}
        isReadOnly={isReadOnly}
        onChange={(autoRemove) => editor.change({ autoRemove })}
      />
      {form.autoRemove && (
        <div className={styles.days}>
          <SettingNumber
            editor={editor}
            field="removeAfterDays"
            label={t('leaving.days')}
            hint={t('leaving.daysHint')}
            isReadOnly={isReadOnly}
          />
        </div>
      )}
    </SettingsSection>
  );
}
