import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page/Page.tsx';
import { ApiKeysPanel } from './ApiKeysPanel.tsx';
import { ConnectedPanel } from './ConnectedPanel.tsx';
import { WebhooksPanel } from './WebhooksPanel.tsx';

/** What this tenant is connected with: Microsoft's side, and its own programs. */
export function IntegrationsPage() {
  const { t } = useTranslation('integrations');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ConnectedPanel />
      <WebhooksPanel />
      <ApiKeysPanel />
    </Page>
  );
}
