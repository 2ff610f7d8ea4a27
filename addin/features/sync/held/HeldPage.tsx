import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useDecideHeld, useHeld } from '../../../api/sync/syncApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../../ui/icons.ts';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { verdictText } from '../../../ui/people/scopeText.ts';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import { groupByReason, itemsOf } from './groupByReason.ts';
import { HeldDecisions } from './HeldDecisions.tsx';
import { HeldRow } from './HeldRow.tsx';
import { HeldRuns } from './HeldRuns.tsx';
import { isSelected, nobody, ordersFor, stateOfGroup, toggleGroup, togglePerson, toggleRun } from './heldSelection.ts';
import { ReasonRow } from './ReasonRow.tsx';
import { SyncProblem } from '../status/SyncProblem.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

function Nobody() {
  const { t } = useTranslation('sync');
  return (
    <Panel>
      <EmptyState icon={<CheckmarkCircleRegular />} title={t('held.empty')} text={t('held.emptyText')} />
    </Panel>
  );
}

type Decided = { readonly decision: 'approve' | 'discard'; readonly count: number } | null;

interface DeskProps {
  readonly departures: readonly HeldDeparture[];
  readonly more: ReturnType<typeof useHeld>;
  readonly onDecided: (decided: Decided) => void;
}

/** The list with what is selected in it, and the decisions about that. */
function Desk({ departures, more, onDecided }: DeskProps) {
  const { t, i18n } = useTranslation('sync');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const decide = useDecideHeld();
  const [selection, setSelection] = useState(nobody);
  const items = useMemo(
    () => itemsOf(groupByReason(departures, ({ scope }) => verdictText(i18n, scope))),
    [departures, i18n],
  );
  const onDecide = (decision: 'approve' | 'discard') => {
    onDecided(null);
    decide.mutate(ordersFor(selection, decision), {
      onSuccess: (count) => onDecided({ decision, count }),
      onSettled: () => setSelection(nobody),
    });
  };
  return (
    <div className={styles.parts}>
      <SyncProblem error={decide.error} />
      <Panel>
        {isAdmin && (
          <HeldRuns
            departures={departures}
            selection={selection}
            onToggle={(runId) => setSelection((now) => toggleRun(now, runId))}
          />
        )}
        <VirtualList
          label={t('held.list')}
          items={items}
          keyOf={(item) => (item.kind === 'reason' ? item.group.reason : item.departure.teammateId)}
          rowHeight={72}
          more={more}
          render={(item) =>
            item.kind === 'reason' ? (
              <ReasonRow
                group={item.group}
                checked={stateOfGroup(selection, item.group.people)}
                {...(isAdmin
                  ? { onToggle: () => setSelection((now) => toggleGroup(now, item.group.people, departures)) }
                  : {})}
              />
            ) : (
              <HeldRow
                departure={item.departure}
                isSelected={isSelected(selection, item.departure)}
                {...(isAdmin
                  ? { onToggle: () => setSelection((now) => togglePerson(now, item.departure, departures)) }
                  : {})}
              />
            )
          }
        />
      </Panel>
      {isAdmin && (
        <HeldDecisions
          departures={departures}
          hasMore={more.hasNextPage}
          selection={selection}
          isBusy={decide.isPending}
          onDecide={onDecide}
        />
      )}
    </div>
  );
}

/** The departures that were too many at once to just happen: an admin approves or discards them. */
export function HeldPage() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const held = useHeld();
  const [decided, setDecided] = useState<Decided>(null);
  return (
    <Page title={t('held.title')} lead={t('held.lead')} before={<BackLink to="/sync">{t('held.back')}</BackLink>}>
      {decided && (
        <MessageBar intent="success" layout="multiline" role="status" className={styles.bar}>
          <MessageBarBody>
            {t(`held.done.${decided.decision}`, { count: decided.count, formatted: formats.number(decided.count) })}
          </MessageBarBody>
        </MessageBar>
      )}
      <LoadedPages query={held} empty={<Nobody />}>
        {(departures) => <Desk departures={departures} more={held} onDecided={setDecided} />}
      </LoadedPages>
    </Page>
  );
}
