import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EyeRegular, PauseRegular, PeopleCheckmarkRegular, PlayRegular, RocketRegular } from '../../../ui/icons.ts';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { isUnreached, type TenantState } from '../../../ui/tenantState.ts';
import { SyncProblem } from './SyncProblem.tsx';
import type { SyncActions } from './useSyncActions.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '65ch' },
});

interface SyncButtonsProps {
  readonly state: TenantState;
  readonly actions: SyncActions;
  readonly isRunning: boolean;
}

/** The rocket and its quieter neighbours. Before the first sync a preview is the better beginning. */
export function SyncButtons({ state, actions, isRunning }: SyncButtonsProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  if (isUnreached(state)) {
    return (
      <RouterButton to="/connect" appearance="primary" size="large">
        {t('common:toConnection')}
      </RouterButton>
    );
  }
  if (state === 'nothingPicked') {
    return (
      <RouterButton to="/select" appearance="primary" size="large">
        {t('overview:step.select.action')}
      </RouterButton>
    );
  }
  const isFirst = state === 'waiting';
  const isBusy = actions.isBusy || isRunning;
  return (
    <>
      <SyncProblem error={actions.error} />
      <div className={styles.actions}>
        <Button
          appearance={isFirst ? 'secondary' : 'primary'}
          size="large"
          icon={<RocketRegular />}
          onClick={actions.refresh}
          disabledFocusable={isBusy}
        >
          {t('start.sync')}
        </Button>
        <Button
          appearance={isFirst ? 'primary' : 'secondary'}
          size="large"
          icon={<EyeRegular />}
          onClick={actions.preview}
          disabledFocusable={isBusy}
        >
          {t('start.preview')}
        </Button>
        <Button
          size="large"
          appearance="subtle"
          icon={<PeopleCheckmarkRegular />}
          onClick={actions.compareAll}
          disabledFocusable={isBusy}
        >
          {t('start.compareAll')}
        </Button>
        <Button
          size="large"
          appearance="subtle"
          icon={state === 'paused' ? <PlayRegular /> : <PauseRegular />}
          onClick={() => actions.pause(state !== 'paused')}
          disabledFocusable={actions.isBusy}
        >
          {t(state === 'paused' ? 'start.resume' : 'start.pause')}
        </Button>
      </div>
      <p className={styles.hint}>{t('start.hint')}</p>
    </>
  );
}
