import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { NavigationRegular } from '../../ui/icons.ts';
import { usePageTitle } from '../../ui/page/pageTitle.ts';
import { groupsFor, placeOf, type Place } from './navigation.ts';
import { placeIcons } from './placeIcons.tsx';

function PlaceItem({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  const { t } = useTranslation();
  const follow = useLinkClickHandler<HTMLAnchorElement>(place.path);
  return (
    <MenuItemLink
      href={useHref(place.path)}
      onClick={follow}
      icon={placeIcons[place.name][isCurrent ? 'current' : 'idle']}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {t(`nav.${place.name}`)}
    </MenuItemLink>
  );
}

/** The pages in a menu, where there is no room for the rail. The heading of the page says which one is open. */
export function NavigationMenu() {
  const { t } = useTranslation();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname, role);
  const title = usePageTitle();
  return (
    <nav aria-label={t('nav.label')}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<NavigationRegular />}
            aria-label={t('nav.menu', { page: current ? t(`nav.${current.name}`) : title })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {groupsFor(role).map(({ name, places }) => (
              <MenuGroup key={name}>
                {name !== 'home' && <MenuGroupHeader>{t(`nav.group.${name}`)}</MenuGroupHeader>}
                {places.map((place) => (
                  <PlaceItem key={place.name} place={place} isCurrent={place === current} />
                ))}
              </MenuGroup>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </nav>
  );
}
