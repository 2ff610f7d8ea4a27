import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { LockClosedRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/page/Page.tsx';
import { placesFor, type Place } from './navigation.ts';

interface AllowedProps {
  readonly place: Place['name'];
  /** Nothing of it is for whoever only looks. */
  readonly toDesign?: boolean;
  readonly children: ReactNode;
}

/** Shows the page to those whose role may use it, and tells the others whom to ask. */
export function Allowed({ place, toDesign = false, children }: AllowedProps) {
  const { t } = useTranslation();
  const { role } = useSession();
  const mayDesign = useMayDesign();
  if (placesFor(role).some(({ name }) => name === place) && (mayDesign || !toDesign)) return children;
  return (
    <Page title={t('noAccess.title')}>
      <EmptyState
        icon={<LockClosedRegular />}
        title={t('noAccess.text')}
        action={<RouterButton to="/">{t('notFound.action')}</RouterButton>}
      />
    </Page>
  );
}
