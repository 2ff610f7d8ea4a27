import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { LockClosedRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/page/Page.tsx';
import { placesFor, type Place } from './navigation.ts';

/** Shows the page to those whose role may use it, and tells the others whom to ask. */
export function Allowed({ place, children }: { place: Place['name']; children: ReactNode }) {
  const { t } = useTranslation();
  const { role } = useSession();
  if (placesFor(role).some(({ name }) => name === place)) return children;
  return (
    <Page title={t(`nav.${place}`)}>
      <EmptyState
        icon={<LockClosedRegular />}
        title={t('noAccess.title')}
        text={t('noAccess.text')}
        action={<RouterButton to="/">{t('notFound.action')}</RouterButton>}
      />
    </Page>
  );
}
