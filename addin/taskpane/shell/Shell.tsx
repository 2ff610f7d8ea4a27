import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useSession } from '../../api/ApiContext.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { useIsWide } from '../../ui/useIsWide.ts';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import { Crash } from './Crash.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { ExpiredNotice } from './ExpiredNotice.tsx';
import { SyncChip } from './SyncChip.tsx';
import { NavigationMenu, NavigationRail } from '../navigation/Navigation.tsx';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: '-9999px',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    zIndex: 10,
    ':focus': { left: tokens.spacingHorizontalS, top: tokens.spacingVerticalS },
  },
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalS,
    '@media (min-width: 1024px)': { paddingInline: tokens.spacingHorizontalXXL },
  },
  withRail: { display: 'grid', gridTemplateColumns: '220px minmax(0, 1fr)', alignItems: 'start' },
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
    padding: tokens.spacingHorizontalL,
    paddingBottom: '96px',
    '@media (min-width: 760px)': { padding: tokens.spacingHorizontalXXL, paddingBottom: '96px' },
  },
});

/** What stays on the screen while the pages change. */
export function Shell() {
  const { t } = useTranslation();
  const styles = useStyles();
  const { pathname } = useLocation();
  const { role } = useSession();
  const hasRail = useIsWide(1024);
  return (
    <>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          // The address after # belongs to the router.
          event.preventDefault();
          document.querySelector<HTMLElement>('h1')?.focus();
        }}
      >
        {t('skip')}
      </a>
      <DemoBanner />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Brand />
          {!hasRail && <NavigationMenu />}
          {role !== 'teammate' && <SyncChip />}
          <AccountMenu />
        </div>
      </header>
      <div className={hasRail ? styles.withRail : undefined}>
        {hasRail && (
          <div className={styles.rail}>
            <NavigationRail />
          </div>
        )}
        <main className={styles.main} id="content">
          <ExpiredNotice />
          <ErrorBoundary key={pathname} fallback={<Crash />}>
            <Suspense fallback={<RowSkeletons />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </>
  );
}
