import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page/Page.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <div>
        <RouterButton to="/" appearance="primary">
          {t('notFound.action')}
        </RouterButton>
      </div>
    </Page>
  );
}
