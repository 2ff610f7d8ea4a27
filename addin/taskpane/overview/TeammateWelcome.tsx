import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/connection.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MailEditRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';

/** The first page of people who manage nothing: their signature, and that it comes by itself. */
export function TeammateWelcome({ title, connection }: { title: string; connection: Connection | undefined }) {
  const { t } = useTranslation('overview');
  const isConnected = connection === undefined || connection.state === 'connected';
  return (
    <Page title={title}>
      <Panel>
        <EmptyState
          icon={<MailEditRegular />}
          title={t('teammate.title')}
          text={t(isConnected ? 'teammate.text' : 'teammate.notConnected')}
          action={
            isConnected && (
              <RouterButton to="/compose" appearance="primary">
                {t('teammate.action')}
              </RouterButton>
            )
          }
        />
      </Panel>
    </Page>
  );
}
