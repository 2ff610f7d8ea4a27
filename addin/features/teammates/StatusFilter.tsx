import { ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammatePage, TeammateStatus } from '../../../server/src/contract/teammates.ts';
import { useFormats } from '../../i18n/useFormats.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  count: { fontWeight: tokens.fontWeightBold, fontVariantNumeric: 'tabular-nums', marginInlineStart: '6px' },
  button: { minWidth: 'auto' },
});

const choices = ['all', 'active', 'disabled', 'removed'] as const;

interface StatusFilterProps {
  readonly total: NonNullable<TeammatePage['total']>;
  readonly value: TeammateStatus | undefined;
  readonly onChange: (status: TeammateStatus | undefined) => void;
}

/** How many there are of each status, which also chooses what is listed. */
export function StatusFilter({ total, value, onChange }: StatusFilterProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const counts = { all: total.active + total.disabled, ...total };
  return (
    <div role="group" aria-label={t('filter')} className={styles.group}>
      {choices.map((choice) => {
        const status = choice === 'all' ? undefined : choice;
        return (
          <ToggleButton
            key={choice}
            className={styles.button}
            shape="circular"
            checked={value === status}
            onClick={() => onChange(status)}
          >
            {t(`status.${choice}`)}
            <span className={styles.count}>{formats.number(counts[choice])}</span>
          </ToggleButton>
        );
      })}
    </div>
  );
}
