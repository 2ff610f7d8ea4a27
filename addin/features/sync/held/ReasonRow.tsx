import { Checkbox, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ScopeReasons } from '../../../ui/people/ScopeReasons.tsx';
import type { ReasonGroup } from './groupByReason.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  plain: { paddingBlock: tokens.spacingVerticalS },
  box: { alignSelf: 'flex-start' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
});

interface ReasonRowProps {
  readonly group: ReasonGroup;
  readonly checked: boolean | 'mixed';
  /** Absent for those who may only look. */
  readonly onToggle?: () => void;
}

/** Why the people below would leave, said once, and a box for all of them. */
export function ReasonRow({ group, checked, onToggle }: ReasonRowProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const [first] = group.people;
  const count = group.people.length;
  const name = t('held.group', { count, formatted: formats.number(count) });
  return (
    <div className={onToggle ? styles.row : styles.plain}>
      {onToggle && (
        <Checkbox
          className={styles.box}
          aria-label={t('held.selectGroup', { name, reason: group.reason })}
          checked={checked}
          onChange={onToggle}
        />
      )}
      <div className={styles.words}>
        <Subtitle2 as="h2">{name}</Subtitle2>
        {first && <ScopeReasons verdict={first.scope} />}
      </div>
    </div>
  );
}
