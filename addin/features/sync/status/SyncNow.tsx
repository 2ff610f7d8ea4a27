import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { isOtherThanSaved } from '../../../api/people/previewedSelections.ts';
import { useStartPreview, useStartSync } from '../../../api/sync/runsApi.ts';
import { useSavedSelection } from '../../../api/people/selectionApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { departuresIn } from './departuresIn.ts';
import { SyncProblem } from './SyncProblem.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

/** A preview of something else than what is saved cannot be synced: the admin would get what they did not see. */
function OtherSelection() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const preview = useStartPreview();
  const navigate = useNavigate();
  const again = () => preview.mutate(null, { onSuccess: (run) => void navigate(`/sync/runs/${run.id}`) });
  return (
    <>
      <SyncProblem error={preview.error} />
      <MessageBar intent="info" layout="multiline" className={styles.bar}>
        <MessageBarBody>{t('syncNow.other')}</MessageBarBody>
        <MessageBarActions>
          <RouterButton to="/select" appearance="primary">
            {t('syncNow.toSelection')}
          </RouterButton>
          <Button onClick={again}>{t('syncNow.previewAgain')}</Button>
        </MessageBarActions>
      </MessageBar>
    </>
  );
}

/** Many departures at once are held unless the admin agrees; fewer must at least have been seen. */
function Departures({ run, agrees, onAgree }: { run: Run; agrees: boolean; onAgree: (agrees: boolean) => void }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { leaving, hold, all } = departuresIn(run.counts);
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  if (all === 0) return null;
  return (
    <>
      {hold > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{t('departures.holdTitle')}</MessageBarTitle>
            {counted('departures.holdText', hold)}
          </MessageBarBody>
        </MessageBar>
      )}
      <Checkbox
        label={hold > 0 ? counted('departures.hold', hold) : counted('departures.disable', leaving)}
        checked={agrees}
        onChange={(_, { checked }) => onAgree(checked === true)}
      />
    </>
  );
}

/** From a plan that was read to a sync that does it. */
export function SyncNow({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const navigate = useNavigate();
  const sync = useStartSync();
  const saved = useSavedSelection();
  const [agrees, setAgrees] = useState(false);
  const { leaving, hold, all } = departuresIn(run.counts);
  if (saved.data && isOtherThanSaved(run.id, saved.data.selection)) return <OtherSelection />;
  const mustAgree = hold === 0 && leaving > 0;
  // The preview compared everybody, so the sync does too: a look at what changed could leave out what was shown.
  const start = () =>
    sync.mutate(
      { mode: 'full', approvedDepartures: agrees ? all : 0 },
      { onSuccess: (next) => void navigate(`/sync/runs/${next.id}`) },
    );
  return (
    <Panel title={t('syncNow.title')}>
      <Departures run={run} agrees={agrees} onAgree={setAgrees} />
      <SyncProblem error={sync.error} />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="large"
          onClick={start}
          disabledFocusable={sync.isPending || (mustAgree && !agrees)}
        >
          {t('syncNow.action')}
        </Button>
        <RouterButton to="/select" size="large" appearance="subtle">
          {t('warning.toSelection')}
        </RouterButton>
      </div>
    </Panel>
  );
}
