import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { useCheckConnection, useDisconnect } from '../../api/manage/connectionApi.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { useNobodyPicked } from './useNobodyPicked.ts';

interface ConnectionActionsProps {
  readonly connection: Connection;
  readonly check: ReturnType<typeof useCheckConnection>;
  readonly disconnect: ReturnType<typeof useDisconnect>;
}

/** What an admin can do with a connection that exists. */
export function ConnectionActions({ connection, check, disconnect }: ConnectionActionsProps) {
  const { t } = useTranslation('connect');
  const nobodyPicked = useNobodyPicked();
  if (connection.state === 'notConnected') return null;
  return (
    <>
      {connection.state === 'connected' && nobodyPicked && (
        <RouterButton to="/select" appearance="primary">
          {t('next')}
        </RouterButton>
      )}
      <Button onClick={() => check.mutate()} disabledFocusable={check.isPending}>
        {t('check')}
      </Button>
      {connection.state !== 'refused' && (
        <ConfirmDialog
          trigger={<Button appearance="subtle">{t('disconnect.action')}</Button>}
          title={t('disconnect.title')}
          text={t('disconnect.text')}
          confirm={t('disconnect.confirm')}
          cancel={t('disconnect.cancel')}
          isDangerous
          onConfirm={() => disconnect.mutate()}
        />
      )}
    </>
  );
}
