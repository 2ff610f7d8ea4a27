import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { NavigationRegular } from '../../ui/icons.ts';
import { MenuOpener } from '../../ui/menus/MenuOpener.tsx';
import { usePageTitle } from '../../ui/page/pageTitle.ts';
import { placeOf } from './navigation.ts';

const PageMenu = lazy(() => import(/* webpackChunkName: 'menus' */ './PageMenu.tsx'));

/** The pages in a menu, where there is no room for the rail. The heading of the page says which one is open. */
export function NavigationMenu() {
  const { t } = useTranslation();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname, role);
  const title = usePageTitle();
  return (
    <nav aria-label={t('nav.label')}>
      <MenuOpener
        menu={PageMenu}
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label={t('nav.menu', { page: current ? t(`nav.${current.name}`) : title })}
      />
    </nav>
  );
}
