import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import type { HeldSelection } from './heldSelection.ts';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column' } });

interface HeldRunsProps {
  readonly departures: readonly HeldDeparture[];
  readonly selection: HeldSelection;
  readonly onToggle: (runId: string) => void;
}

function stateOf({ runs, people }: HeldSelection, runId: string): boolean | 'mixed' {
  if (runs.has(runId)) return true;
  return [...people.values()].includes(runId) ? 'mixed' : false;
}

/** Everybody of a run with one box; usually there is only one run that held people. */
export function HeldRuns({ departures, selection, onToggle }: HeldRunsProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const runs = [...new Map(departures.map(({ runId, at }) => [runId, at]))];
  return (
    <div className={styles.list}>
      {runs.map(([runId, at]) => (
        <Checkbox
          key={runId}
          checked={stateOf(selection, runId)}
          onChange={() => onToggle(runId)}
          label={runs.length === 1 ? t('held.all') : t('held.allOf', { when: formats.instant(at) })}
        />
      ))}
    </div>
  );
}
