import { Checkbox, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickState } from '../selectionEdits.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  included: { backgroundColor: tokens.colorBrandBackground2 },
  content: { minWidth: 0 },
  excluded: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  word: { minWidth: 'auto' },
  extra: { gridColumn: '2 / -1' },
});

interface PickRowProps {
  readonly name: string;
  readonly state: PickState;
  readonly onInclude: (isIncluded: boolean) => void;
  readonly onExclude?: (isExcluded: boolean) => void;
  readonly children: ReactNode;
  readonly extra?: ReactNode;
}

/** One thing to pick: a box to include it and, where that means something, a button to leave it out. */
export function PickRow({ name, state, onInclude, onExclude, children, extra }: PickRowProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.row, state === 'included' && styles.included)}>
      <Checkbox
        aria-label={t('row.include', { name })}
        checked={state === 'included'}
        onChange={(_, { checked }) => onInclude(checked === true)}
      />
      <div className={mergeClasses(styles.content, state === 'excluded' && styles.excluded)}>{children}</div>
      {onExclude && (
        <ToggleButton
          className={styles.word}
          size="small"
          appearance="subtle"
          aria-label={t('row.exclude', { name })}
          checked={state === 'excluded'}
          onClick={() => onExclude(state !== 'excluded')}
        >
          {t('row.leaveOut')}
        </ToggleButton>
      )}
      {extra !== undefined && <div className={styles.extra}>{extra}</div>}
    </div>
  );
}
