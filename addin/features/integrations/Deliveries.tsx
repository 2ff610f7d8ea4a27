import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WebhookDelivery } from '../../../server/src/contract/manage/integrations.ts';
import { useDeliveries } from '../../api/manage/integrationsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { eventText } from './eventText.ts';
import { resultText } from './resultText.ts';

const color = { delivered: 'success', waiting: 'warning', failed: 'danger' } as const;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function DeliveryItem({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const formats = useFormats();
  const { event, state, attempts, createdAt, nextAttemptAt } = delivery;
  const when = formats.instant(createdAt);
  const next =
    nextAttemptAt === null || attempts === 0 ? '' : t('delivery.next', { at: formats.instant(nextAttemptAt) });
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        <span>{eventText(t, event)}</span>
        <Caption1 className={styles.quiet}>
          {[when, resultText(t, delivery), next].filter(Boolean).join(' · ')}
        </Caption1>
      </span>
      <Badge appearance="tint" color={color[state]}>
        {t(`delivery.state.${state}`)}
      </Badge>
    </li>
  );
}

/** What was sent to a webhook lately, and what waits. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const deliveries = useDeliveries(webhookId);
  return (
    <Loaded query={deliveries} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <span>{t('delivery.none')}</span>
        ) : (
          <ul className={styles.list} aria-label={t('delivery.list')}>
            {items.map((delivery) => (
              <DeliveryItem key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
