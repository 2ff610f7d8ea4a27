import { Badge, Caption1, makeStyles, tokens, type BadgeProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useRollout } from '../../api/manage/rolloutApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { connectionState } from '../../ui/tenantState.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ConnectedRowProps {
  readonly name: string;
  readonly to: string;
  readonly text: ReactNode;
  readonly state: string;
  readonly color: NonNullable<BadgeProps['color']>;
}

function ConnectedRow({ name, to, text, state, color }: ConnectedRowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <RouterLink to={to}>{name}</RouterLink>
        <Caption1 className={styles.quiet}>{text}</Caption1>
      </div>
      <Badge appearance="tint" color={color}>
        {state}
      </Badge>
    </div>
  );
}

function Entra() {
  const { t } = useTranslation('integrations');
  const connection = useConnection();
  return (
    <Loaded query={connection} rows={1}>
      {(data) => (
        <ConnectedRow
          name={t('entra.name')}
          to="/connect"
          text={data.checkedAt === null ? t('entra.text') : <Moment iso={data.checkedAt} />}
          state={t(`tenant:state.${connectionState(data)}`)}
          color={connectionState(data) === 'connected' ? 'success' : 'warning'}
        />
      )}
    </Loaded>
  );
}

function Outlook() {
  const { t } = useTranslation('integrations');
  const formats = useFormats();
  const rollout = useRollout();
  return (
    <Loaded query={rollout} rows={1}>
      {({ seen, active }) => (
        <ConnectedRow
          name={t('outlook.name')}
          to="/rollout"
          text={t('outlook.text', { seen: formats.number(seen), active: formats.number(active) })}
          state={t(seen > 0 ? 'state.on' : 'state.unseen')}
          color={seen > 0 ? 'success' : 'informative'}
        />
      )}
    </Loaded>
  );
}

/** Microsoft's side of it: the directory and Outlook, each with its own page. */
export function ConnectedPanel() {
  const { t } = useTranslation('integrations');
  return (
    <Panel title={t('microsoft')}>
      <div>
        <Entra />
        <Outlook />
      </div>
    </Panel>
  );
}
