import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useTeammateTotal } from '../../api/people/teammateTotalApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import type { SectionProps } from './sectionProps.ts';
import { SettingNumber } from './SettingNumber.tsx';
import { guardLimit, numberOf } from './settingsForm.ts';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '65ch' },
  faint: { margin: 0, maxWidth: '65ch', color: tokens.colorNeutralForeground2 },
});

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
  const styles = useStyles();
  const limit = useLimitText(props);
  return (
    <Panel title={t('guard.title')}>
      <p className={styles.faint}>{t('guard.text')}</p>
      <SettingNumber {...props} field="guardCount" label={t('guard.count')} hint={t('guard.countHint')} />
      <SettingNumber {...props} field="guardPercent" label={t('guard.percent')} hint={t('guard.percentHint')} />
      {limit !== null && <p className={styles.text}>{limit}</p>}
    </Panel>
  );
}
