import {
  Button,
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
import { useIsWide } from '../../ui/useIsWide.ts';
import { placeOf, placesFor, type Place } from './navigation.ts';
import { placeIcons } from './placeIcons.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', listStyleType: 'none', margin: 0, padding: 0, gap: tokens.spacingHorizontalXS },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    borderBottom: `2px solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
    '& svg': { fontSize: '18px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '& svg': { color: tokens.colorCompoundBrandForeground1 },
  },
});

/** What seven pages and the state of the sync take side by side in the longest language. */
const navigationFits = 1320;

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

/** The pages side by side where there is room, in a menu where there is not. */
export function Navigation() {
  const { t } = useTranslation();
  const styles = useStyles();
  const isWide = useIsWide(navigationFits);
  const { role } = useSession();
  const current = placeOf(useLocation().pathname);
  const places = placesFor(role);
  if (isWide) {
    return (
      <nav aria-label={t('nav.label')}>
        <ul className={styles.list}>
          {places.map((place) => (
            <li key={place.name}>
              <PlaceLink place={place} isCurrent={place === current} />
            </li>
          ))}
        </ul>
      </nav>
    );
  }
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
            {places.map((place) => (
              <PlaceItem key={place.name} place={place} isCurrent={place === current} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </nav>
  );
}
