import { MenuGroup, MenuGroupHeader, MenuItemLink, MenuList } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import type { OpenMenuProps } from '../../ui/menus/MenuOpener.tsx';
import { OpenMenu } from '../../ui/menus/OpenMenu.tsx';
import { groupsFor, placeOf, type Place } from './navigation.ts';
import { placeIcons } from './placeIcons.tsx';

function PlaceItem({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  const { t } = useTranslation();
  const follow = useLinkClickHandler<HTMLAnchorElement>(place.path);
  return (
    <MenuItemLink
      href={useHref(place.path)}
      onClick={follow}
      icon={placeIcons[place.name]}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {t(`nav.${place.name}`)}
    </MenuItemLink>
  );
}

/** The pages by what they are about. */
export default function PageMenu(props: OpenMenuProps) {
  const { t } = useTranslation();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname, role);
  return (
    <OpenMenu {...props}>
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
    </OpenMenu>
  );
}
