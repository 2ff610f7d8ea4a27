import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { useCheckConnection, useDisconnect } from '../../api/manage/connectionApi.ts';
import { isEmpty } from '../../api/people/pickCount.ts';
import { useSavedSelection } from '../../api/people/selectionApi.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';

interface ConnectionActionsProps {
  readonly connection: Connection;
  readonly check: ReturnType<typeof useCheckConnection>;
  readonly disconnect: ReturnType<typeof useDisconnect>;
}

/** What an admin can do with a connection that exists. */
export function ConnectionActions({ connection, check, disconnect }: ConnectionActionsProps) {
  const { t } = useTranslation('connect');
  const { data } = useSavedSelection();
  if (connection.state === 'notConnected') return null;
  return (
    <>
      {connection.state === 'connected' && data !== undefined && isEmpty(data.selection) && (
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
