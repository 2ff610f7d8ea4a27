import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PlanCounts } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The people a run looked at, in one line. */
export function PlanFigures({ counts }: { counts: PlanCounts }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  return (
    <p className={styles.text}>
      {[
        counted('plan.inScope', counts.inScope),
        counted('plan.unchanged', counts.unchanged),
        ...(counts.leftOut > 0 ? [counted('plan.leftOut', counts.leftOut)] : []),
      ].join(' · ')}
    </p>
  );
}
