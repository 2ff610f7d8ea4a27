import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../server/src/contract/manage/integrations.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { DisclosureRow, type OpenState } from '../../ui/lists/DisclosureRow.tsx';
import { FactList } from '../../ui/lists/FactList.tsx';
import { PlugConnectedRegular } from '../../ui/icons.ts';
import { Deliveries } from './Deliveries.tsx';
import { eventText } from './eventText.ts';
import { WebhookActions } from './WebhookActions.tsx';

const useStyles = makeStyles({ icon: { fontSize: '20px', color: tokens.colorNeutralForeground2, display: 'flex' } });

const standing = ({ enabled, failingSince, disabledBecause }: Webhook) => {
  if (!enabled) return { name: disabledBecause === null ? 'off' : 'stopped', color: 'informative' } as const;
  return failingSince === null
    ? ({ name: 'on', color: 'success' } as const)
    : ({ name: 'failing', color: 'danger' } as const);
};

function Facts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integrations');
  const formats = useFormats();
  const { url, events, failingSince, lastDeliveredAt, createdAt, createdBy } = webhook;
  return (
    <FactList
      facts={[
        { name: t('webhook.url'), value: url },
        { name: t('webhook.events'), value: formats.list(events.map((event) => eventText(t, event))) },
        { name: t('webhook.lastDelivered'), value: lastDeliveredAt && formats.instant(lastDeliveredAt) },
        { name: t('webhook.failingSince'), value: failingSince && formats.instant(failingSince) },
        { name: t('made'), value: t('madeBy', { name: createdBy.displayName, at: formats.instant(createdAt) }) },
      ]}
    />
  );
}

interface WebhookRowProps extends OpenState {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
}

/** One address that is told what happens: how it stands, and behind it what was sent. */
export function WebhookRow({ webhook, onSecret, ...open }: WebhookRowProps) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const formats = useFormats();
  const { name, color } = standing(webhook);
  const { url, lastDeliveredAt, disabledBecause } = webhook;
  const last =
    lastDeliveredAt === null ? t('webhook.never') : t('webhook.last', { at: formats.instant(lastDeliveredAt) });
  return (
    <>
      {disabledBecause !== null && (
        <ActionNotice intent="warning">{t(`webhook.because.${disabledBecause}`, { url })}</ActionNotice>
      )}
      <DisclosureRow
        name={new URL(url).host}
        below={last}
        face={
          <span className={styles.icon} aria-hidden>
            <PlugConnectedRegular />
          </span>
        }
        badge={
          <Badge appearance="tint" color={color}>
            {t(`webhook.state.${name}`)}
          </Badge>
        }
        {...open}
      >
        <Facts webhook={webhook} />
        <WebhookActions webhook={webhook} onSecret={onSecret} />
        <Deliveries webhookId={webhook.id} />
      </DisclosureRow>
    </>
  );
}
