import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { CheckmarkCircleFilled } from '../../../ui/icons.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
  numberCurrent: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  done: { fontSize: '24px', color: tokens.colorStatusSuccessForeground1 },
});

const phases = ['reading', 'planning', 'applying'] as const;

/** Read, plan, apply: where a run is. A preview writes its plan down where a sync applies it, and says so. */
export function RunSteps({ run }: { run: Pick<Run, 'kind' | 'status'> }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const current = phases.findIndex((phase) => phase === run.status);
  return (
    <ol className={styles.list} aria-label={t('progress.steps')}>
      {phases.map((phase, index) => {
        const isCurrent = index === current;
        const name = t(`step.${run.kind === 'preview' && phase === 'applying' ? 'writing' : phase}`);
        return (
          <li
            key={phase}
            className={mergeClasses(styles.step, isCurrent && styles.current)}
            aria-current={isCurrent ? 'step' : undefined}
          >
            {index < current ? (
              <CheckmarkCircleFilled className={styles.done} aria-label={t('overview:state.done')} />
            ) : (
              <span className={mergeClasses(styles.number, isCurrent && styles.numberCurrent)} aria-hidden>
                {index + 1}
              </span>
            )}
            {name}
          </li>
        );
      })}
    </ol>
  );
}
