import {
  Button,
  Caption1,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';
import { useSession } from '../../api/ApiContext.tsx';
import { NavigationRegular } from '../../ui/icons.ts';
import { groupsFor, placeOf, placesFor, type Place } from './navigation.ts';
import { placeIcons } from './placeIcons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  group: { marginTop: tokens.spacingVerticalM },
  groupName: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { fontSize: '18px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    '& svg': { color: tokens.colorCompoundBrandForeground1 },
  },
});

function PlaceLink({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const follow = useLinkClickHandler<HTMLAnchorElement>(place.path);
  return (
    <a
      href={useHref(place.path)}
      onClick={follow}
      aria-current={isCurrent ? 'page' : undefined}
      className={mergeClasses(styles.link, isCurrent && styles.current)}
    >
      {placeIcons[place.name][isCurrent ? 'current' : 'idle']}
      {t(`nav.${place.name}`)}
    </a>
  );
}

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

/** The pages in groups, beside what they show. */
export function NavigationRail() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname);
  return (
    <nav aria-label={t('nav.label')}>
      {groupsFor(role).map(({ name, places }) => (
        <div key={name} className={styles.group}>
          {name !== 'home' && (
            <Caption1 id={`rail-${name}`} className={styles.groupName}>
              {t(`nav.group.${name}`)}
            </Caption1>
          )}
          <ul className={styles.list} aria-labelledby={name === 'home' ? undefined : `rail-${name}`}>
            {places.map((place) => (
              <li key={place.name}>
                <PlaceLink place={place} isCurrent={place === current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The pages in a menu, where there is no room for the rail. */
export function NavigationMenu() {
  const { t } = useTranslation();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname);
  const name = current ? t(`nav.${current.name}`) : t('appName');
  return (
    <nav aria-label={t('nav.label')}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<NavigationRegular />} aria-label={t('nav.menu', { page: name })}>
            {name}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {placesFor(role).map((place) => (
              <PlaceItem key={place.name} place={place} isCurrent={place === current} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </nav>
  );
}
