import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../server/src/contract/manage/integrations.ts';
import { useDeleteWebhook, useRotateSecret, useSaveWebhook, useTestWebhook } from '../../api/manage/integrationsApi.ts';
import { ActionNotice } from '../../ui/notices/ActionNotice.tsx';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { resultText } from './resultText.ts';
import { WebhookDialog } from './WebhookDialog.tsx';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface WebhookActionsProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
}

/** A new secret, or its end: each asks once more. */
function Dangers({ webhook, onSecret }: WebhookActionsProps) {
  const { t } = useTranslation('integrations');
  const rotate = useRotateSecret();
  const remove = useDeleteWebhook();
  return (
    <>
      <ConfirmDialog
        trigger={<Button size="small">{t('webhook.rotate')}</Button>}
        title={t('webhook.rotateTitle')}
        text={t('webhook.rotateText')}
        confirm={t('webhook.rotate')}
        cancel={t('common:cancel')}
        onConfirm={() => rotate.mutate(webhook.id, { onSuccess: ({ secret }) => onSecret(secret) })}
      />
      <ConfirmDialog
        trigger={<Button size="small">{t('webhook.remove')}</Button>}
        title={t('webhook.removeTitle', { host: new URL(webhook.url).host })}
        text={t('webhook.removeText')}
        confirm={t('webhook.remove')}
        cancel={t('common:cancel')}
        onConfirm={() => remove.mutate(webhook.id)}
        isDangerous
      />
      {[rotate, remove].map(({ error }, index) => error !== null && <ProblemNotice key={index} error={error} />)}
    </>
  );
}

/** What can be done with a webhook. */
export function WebhookActions(props: WebhookActionsProps) {
  const { webhook } = props;
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  const [isEditing, setIsEditing] = useState(false);
  const save = useSaveWebhook();
  const test = useTestWebhook();
  const { id, url, events, enabled } = webhook;
  return (
    <>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={test.isPending} onClick={() => test.mutate(id)}>
          {t(test.isPending ? 'webhook.testing' : 'webhook.test')}
        </Button>
        <Button size="small" onClick={() => setIsEditing(true)}>
          {t('webhook.editShort')}
        </Button>
        <Button size="small" onClick={() => save.mutate({ id, url, events, enabled: !enabled })}>
          {t(enabled ? 'webhook.switchOff' : 'webhook.switchOn')}
        </Button>
        <Dangers {...props} />
      </div>
      {test.data && (
        <ActionNotice intent={test.data.state === 'delivered' ? 'info' : 'warning'}>
          {t(test.data.state === 'delivered' ? 'webhook.testArrived' : 'webhook.testLost', {
            result: resultText(t, test.data),
          })}
        </ActionNotice>
      )}
      {[test.error, isEditing ? null : save.error].map(
        (error, index) => error !== null && <ProblemNotice key={index} error={error} />,
      )}
      {isEditing && (
        <WebhookDialog
          webhook={webhook}
          isSaving={save.isPending}
          problem={save.error}
          onSave={(draft) => save.mutate({ id, enabled, ...draft }, { onSuccess: () => setIsEditing(false) })}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  );
}
