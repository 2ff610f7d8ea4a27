import { useTranslation } from 'react-i18next';
import { useTeammateTotal } from '../../api/people/teammateTotalApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import type { SectionProps } from './sectionProps.ts';
import { SettingNumber } from './SettingNumber.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { guardLimit, numberOf } from './settingsForm.ts';

/** What the two limits come to with as many teammates as there are now. */
function useLimitText({ editor }: SectionProps): string | null {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const total = useTeammateTotal();
  const count = numberOf(editor.form, 'guardCount');
  const percent = numberOf(editor.form, 'guardPercent');
  if (!total.data || count === null || percent === null) return null;
  const { active } = total.data;
  const limit = guardLimit({ count, percent }, active);
  const people = formats.number(active);
  if (active > 0 && limit >= active) return t('guard.limitAll', { people });
  return t('guard.limit', { people, count: limit, formatted: formats.number(limit) });
}

/** How many people may leave at once before somebody has to look. */
export function GuardSettings(props: SectionProps) {
  const { t } = useTranslation('settings');
  const limit = useLimitText(props);
  return (
    <SettingsSection
      title={t('guard.title')}
      help={
        <>
          <p>{t('guard.text')}</p>
          {limit !== null && <p>{limit}</p>}
        </>
      }
    >
      <SettingNumber {...props} field="guardCount" label={t('guard.count')} hint={t('guard.countHint')} />
      <SettingNumber {...props} field="guardPercent" label={t('guard.percent')} hint={t('guard.percentHint')} />
    </SettingsSection>
  );
}
