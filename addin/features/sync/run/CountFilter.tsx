import { ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PlanAction, PlanCounts } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { actionLook, planActions } from '../../../ui/changes/actionLook.tsx';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  count: { fontWeight: tokens.fontWeightBold, fontVariantNumeric: 'tabular-nums', marginInlineStart: '6px' },
  button: { minWidth: 'auto' },
});

interface CountFilterProps {
  readonly counts: PlanCounts;
  readonly words: 'planAction' | 'action';
  readonly value: PlanAction | undefined;
  readonly onChange: (action: PlanAction | undefined) => void;
}

/** How many of each, which at the same time chooses what the list below shows. */
export function CountFilter({ counts, words, value, onChange }: CountFilterProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const present = planActions.filter((action) => counts[action] > 0);
  const all = present.reduce((sum, action) => sum + counts[action], 0);
  if (present.length === 0) return null;
  return (
    <div role="group" aria-label={t('plan.filter')} className={styles.group}>
      <ToggleButton
        className={styles.button}
        shape="circular"
        checked={value === undefined}
        onClick={() => onChange(undefined)}
      >
        {t(`changes:${words}.all`)}
        <span className={styles.count}>{formats.number(all)}</span>
      </ToggleButton>
      {present.map((action) => (
        <ToggleButton
          key={action}
          className={styles.button}
          shape="circular"
          icon={actionLook[action].icon}
          checked={value === action}
          onClick={() => onChange(value === action ? undefined : action)}
        >
          {t(`changes:${words}.${action}`)}
          <span className={styles.count}>{formats.number(counts[action])}</span>
        </ToggleButton>
      ))}
    </div>
  );
}
