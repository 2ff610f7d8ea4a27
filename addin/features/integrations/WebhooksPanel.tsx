import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateWebhook, useWebhooks } from '../../api/manage/integrationsApi.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { useOpenRows } from '../../ui/lists/useOpenRows.ts';
import { SecretNotice } from './SecretNotice.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookRow } from './WebhookRow.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, maxWidth: '70ch' } });

/** The addresses that are told what happens. */
export function WebhooksPanel() {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const webhooks = useWebhooks();
  const create = useCreateWebhook();
  const openRow = useOpenRows();
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Panel
      title={t('webhooks')}
      aside={
        <Button
          onClick={() => {
            create.reset();
            setIsAdding(true);
          }}
        >
          {t('webhook.addAction')}
        </Button>
      }
    >
      <Caption1 className={styles.quiet}>{t('webhooksText')}</Caption1>
      {secret !== null && (
        <SecretNotice
          label={t('webhook.secret')}
          text={t('webhook.secretText')}
          secret={secret}
          onDone={() => setSecret(null)}
        />
      )}
      <Loaded query={webhooks} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <span>{t('webhook.none')}</span>
          ) : (
            <div role="group" aria-label={t('webhooks')}>
              {items.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} onSecret={setSecret} {...openRow(webhook.id)} />
              ))}
            </div>
          )
        }
      </Loaded>
      {isAdding && (
        <WebhookDialog
          webhook={null}
          isSaving={create.isPending}
          problem={create.error}
          onSave={(draft) =>
            create.mutate(draft, {
              onSuccess: (made) => {
                setSecret(made.secret);
                setIsAdding(false);
              },
            })
          }
          onClose={() => setIsAdding(false)}
        />
      )}
    </Panel>
  );
}
