import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSelection, Selection } from '../../../server/src/contract/people/selection.ts';
import { useSavedSelection } from '../../api/people/selectionApi.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import { EstimatePanel } from './summary/EstimatePanel.tsx';
import { FiltersPanel } from './summary/FiltersPanel.tsx';
import { PickedPanel } from './summary/PickedPanel.tsx';
import { Picker } from './picker/Picker.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { picksNobody } from './selectionEdits.ts';
import { useSelectionDraft } from './selectionDraft.ts';
import { SummarySheet } from './summary/SummarySheet.tsx';
import { SelectionProblem } from './summary/SelectionProblem.tsx';
import { useEstimateLine } from './summary/useEstimateOf.ts';
import { useSelectionActions } from './useSelectionActions.ts';

const useStyles = makeStyles({
  panels: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 360px',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  summary: {
    position: 'sticky',
    top: tokens.spacingVerticalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
  },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, overflowY: 'auto', minHeight: 0 },
  // Fluent keeps room around what slides.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  problem: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 3, ':empty': { display: 'none' } },
});

interface LayoutProps {
  readonly selection: Selection;
  readonly summary: ReactNode;
  readonly picker: ReactNode;
  readonly bar: ReactNode;
}

/** The list first and the summary beside it where there is room, so that nothing lies over what is picked. */
function Layout({ selection, summary, picker, bar }: LayoutProps) {
  const styles = useStyles();
  const count = useEstimateLine(selection);
  const isWide = useIsWide(1024);
  // One parent in both: what is sought stays when somebody turns the phone.
  return (
    <div className={isWide ? styles.columns : styles.panels}>
      {picker}
      {isWide ? (
        <div className={styles.summary}>
          <div className={styles.parts}>{summary}</div>
          {bar}
        </div>
      ) : (
        <SummarySheet count={count} bar={bar}>
          {summary}
        </SummarySheet>
      )}
    </div>
  );
}

function Editor({ saved }: { saved: SavedSelection }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const draft = useSelectionDraft(saved);
  const actions = useSelectionActions(draft);
  const [isRight, setIsRight] = useState(true);
  return (
    <div className={styles.panels}>
      <div className={styles.problem}>
        <SelectionProblem draft={draft} actions={actions} />
      </div>
      <Layout
        selection={draft.selection}
        summary={
          <>
            <Panel>
              <div>
                <Switch
                  className={styles.switch}
                  label={t('everyone.label')}
                  checked={draft.selection.everyone}
                  onChange={(_, { checked }) => draft.change((now) => ({ ...now, everyone: checked }))}
                />
                <p className={styles.hint}>{t('everyone.hint')}</p>
              </div>
            </Panel>
            <EstimatePanel selection={draft.selection} />
            <PickedPanel draft={draft} />
            <FiltersPanel draft={draft} onRight={setIsRight} />
          </>
        }
        picker={<Picker draft={draft} />}
        bar={
          <SelectionBar
            isDirty={draft.isDirty}
            isEmpty={picksNobody(draft.selection)}
            isRight={isRight}
            actions={actions}
          />
        }
      />
    </div>
  );
}

/** Choosing who takes part. */
export function SelectPage() {
  const { t } = useTranslation('select');
  const saved = useSavedSelection();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={saved}>{(data) => <Editor saved={data} />}</Loaded>
    </Page>
  );
}
