import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { PanelLeftContractRegular, PanelLeftExpandRegular } from '../../ui/icons.ts';
import { groupsFor, placeOf, type Place } from './navigation.ts';
import { placeIcons } from './placeIcons.tsx';

// Where there is room for the names, nobody needs it.
const NameBeside = lazy(() => import(/* webpackChunkName: 'menus' */ '../../ui/buttons/NameBeside.tsx'));

const useStyles = makeStyles({
  rail: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  group: { marginBottom: tokens.spacingVerticalM },
  groupName: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '20px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { fontSize: '20px', flexShrink: 0 },
  },
  narrow: { justifyContent: 'center', paddingInline: 0 },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    // Colours are taken away where somebody chose their own; a border is not.
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
    '& svg': { color: tokens.colorCompoundBrandForeground1 },
  },
  toggle: { alignSelf: 'flex-start', minWidth: 'auto' },
});

interface PlaceLinkProps {
  readonly place: Place;
  readonly isCurrent: boolean;
  readonly isNarrow: boolean;
}

function PlaceLink({ place, isCurrent, isNarrow }: PlaceLinkProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const follow = useLinkClickHandler<HTMLAnchorElement>(place.path);
  const href = useHref(place.path);
  const name = t(`nav.${place.name}`);
  const link = (
    <a
      href={href}
      onClick={follow}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={isNarrow ? name : undefined}
      className={mergeClasses(styles.link, isNarrow && styles.narrow, isCurrent && styles.current)}
    >
      {placeIcons[place.name]}
      {!isNarrow && <span>{name}</span>}
    </a>
  );
  return isNarrow ? (
    <Suspense fallback={link}>
      <NameBeside name={name}>{link}</NameBeside>
    </Suspense>
  ) : (
    link
  );
}

interface NavigationRailProps {
  readonly isNarrow: boolean;
  readonly onNarrow: (isNarrow: boolean) => void;
}

/** The pages in groups beside what they show; narrow, their icons alone. */
export function NavigationRail({ isNarrow, onNarrow }: NavigationRailProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { role } = useSession();
  const current = placeOf(useLocation().pathname, role);
  const toggle = t(isNarrow ? 'nav.expand' : 'nav.collapse');
  return (
    <div className={styles.rail}>
      <nav aria-label={t('nav.label')}>
        {groupsFor(role).map(({ name, places }) => (
          <div key={name} className={mergeClasses(styles.group, isNarrow && name !== 'home' && styles.line)}>
            {name !== 'home' && !isNarrow && (
              <Caption1 id={`rail-${name}`} className={styles.groupName}>
                {t(`nav.group.${name}`)}
              </Caption1>
            )}
            <ul
              className={styles.list}
              {...(name === 'home'
                ? {}
                : isNarrow
                  ? { 'aria-label': t(`nav.group.${name}`) }
                  : { 'aria-labelledby': `rail-${name}` })}
            >
              {places.map((place) => (
                <li key={place.name}>
                  <PlaceLink place={place} isCurrent={place === current} isNarrow={isNarrow} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={isNarrow ? <PanelLeftExpandRegular /> : <PanelLeftContractRegular />}
        aria-label={toggle}
        title={toggle}
        aria-expanded={!isNarrow}
        onClick={() => onNarrow(!isNarrow)}
      />
    </div>
  );
}
