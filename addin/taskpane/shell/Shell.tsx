import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { pageEdge } from '../../ui/page/pageEdge.ts';
import { ErrorBoundary } from '../../ui/page/ErrorBoundary.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { WhenIdle } from '../../ui/menus/WhenIdle.tsx';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import { useKeptFocus } from '../../ui/window/useKeptFocus.ts';
import { useOnTheWay } from '../../ui/state/OnTheWay.ts';
import { useRemembered } from '../../ui/state/useRemembered.ts';
import { useMailbox } from '../../office/MailboxContext.ts';
import { Breadcrumb } from '../navigation/Breadcrumb.tsx';
import { placesFor } from '../navigation/navigation.ts';
import { NavigationMenu } from '../navigation/NavigationMenu.tsx';
import { NavigationRail } from '../navigation/NavigationRail.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { AccountMenu } from './account/AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import { Crash } from './notices/Crash.tsx';
import { DemoBanner } from './notices/DemoBanner.tsx';
import { ExpiredNotice } from './notices/ExpiredNotice.tsx';
import { OfflineNotice } from './notices/OfflineNotice.tsx';
import { SkipLink } from './SkipLink.tsx';
import { SyncChip } from './SyncChip.tsx';
import { UpdateNotice } from './notices/UpdateNotice.tsx';

const FocusKeeper = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'menus' */ '../../ui/menus/FocusKeeper.tsx')).FocusKeeper,
}));

// In a browser no mailbox is open, so nobody waits for this there.
const WrongAccountNotice = lazy(async () => ({
  default: (await import('./notices/WrongAccountNotice.tsx')).WrongAccountNotice,
}));

const PromisedSignature = lazy(async () => ({
  default: (await import('./PromisedSignature.tsx')).PromisedSignature,
}));

const useStyles = makeStyles({
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalS,
    '@media (min-width: 1024px)': { gap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalL },
  },
  /** As wide as the rail below it, so that the path begins where the page does. */
  brand: { flexShrink: 0, minWidth: '188px' },
  /** Takes what the others leave: a long name in it pushes nobody aside. */
  path: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  narrowBrand: { flexShrink: 1 },
  withRail: { display: 'grid', gridTemplateColumns: '220px minmax(0, 1fr)', alignItems: 'start' },
  withNarrowRail: { gridTemplateColumns: '56px minmax(0, 1fr)' },
  rail: {
    position: 'sticky',
    top: 0,
    boxSizing: 'border-box',
    maxHeight: '100vh',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
  },
  main: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    maxWidth: '1440px',
    marginInline: 'auto',
    // Beside the rail the pages begin where it ends: a gap between them would make the eye jump.
    '@media (min-width: 1024px)': { marginInline: 0 },
    // What is built on a page, and not read, takes all there is.
    '&:has([data-takes-width])': { maxWidth: 'none' },
    padding: `var(${pageEdge})`,
    paddingBottom: tokens.spacingVerticalXXXL,
    [pageEdge]: tokens.spacingHorizontalL,
    '@media (max-width: 239px)': { [pageEdge]: tokens.spacingHorizontalS },
    '@media (min-width: 760px)': { [pageEdge]: tokens.spacingHorizontalXXL },
  },
  /** Beside nothing, a page stands in the middle. */
  alone: { '@media (min-width: 1024px)': { maxWidth: '960px', marginInline: 'auto' } },
  /** The page asked for is on its way; the one before stays until it is here. */
  coming: { opacity: 0.6 },
});

interface HeaderProps {
  readonly hasRail: boolean;
  readonly hasMenu: boolean;
}

/** One bar: where one is, how the sync is doing, where else one may go, and who one is. */
function Header({ hasRail, hasMenu }: HeaderProps) {
  const styles = useStyles();
  const isColleague = useSession().role === 'teammate';
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {hasMenu && <NavigationMenu />}
        {!hasMenu && <Brand className={hasRail ? styles.brand : styles.narrowBrand} />}
        <div className={styles.path}>{hasRail && <Breadcrumb />}</div>
        {!isColleague && <PaletteButton />}
        {!isColleague && <SyncChip />}
        <AccountMenu />
      </div>
    </header>
  );
}

/** What stays on the screen while the pages change. */
export function Shell() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { pathname } = useLocation();
  const isComing = useOnTheWay().coming === 'page';
  const { role } = useSession();
  // A menu of one page is none.
  const hasPages = placesFor(role).length > 1;
  const isWide = useIsWide(1024);
  const [isNarrow, setNarrow] = useRemembered('railIsNarrow', false);
  const hasRail = isWide && hasPages;
  const isInMailbox = useMailbox() !== null;
  useKeptFocus();
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <WhenIdle>
        <FocusKeeper />
      </WhenIdle>
      <DemoBanner />
      <Header hasRail={hasRail} hasMenu={hasPages && !isWide} />
      <div className={mergeClasses(hasRail && styles.withRail, hasRail && isNarrow && styles.withNarrowRail)}>
        {hasRail && (
          <div className={styles.rail}>
            <NavigationRail isNarrow={isNarrow} onNarrow={setNarrow} />
          </div>
        )}
        <main
          className={mergeClasses(styles.main, !hasPages && styles.alone, isComing && styles.coming)}
          id="content"
          aria-busy={isComing}
        >
          <ExpiredNotice />
          <OfflineNotice />
          <UpdateNotice />
          {isInMailbox && (
            <Suspense fallback={null}>
              <WrongAccountNotice />
              <PromisedSignature />
            </Suspense>
          )}
          {/* Pages bring their own texts, and some of their parts, when they are opened; until then the page before stays. */}
          <Suspense fallback={<RowSkeletons />}>
            {/* What is wrong with one page leaves the way to the others. */}
            <ErrorBoundary key={pathname} fallback={(error) => <Crash error={error} />}>
              <Outlet />
            </ErrorBoundary>
          </Suspense>
        </main>
      </div>
    </>
  );
}
