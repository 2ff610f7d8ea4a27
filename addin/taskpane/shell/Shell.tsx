import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useSession } from '../../api/ApiContext.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import { Crash } from './Crash.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { ExpiredNotice } from './ExpiredNotice.tsx';
import { SyncChip } from './SyncChip.tsx';
import { Navigation } from '../navigation/Navigation.tsx';

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
    // Wider than the pages: seven of them side by side take more room than a line of text should.
    maxWidth: '1200px',
    minHeight: '48px',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalS,
    '@media (min-width: 760px)': { paddingInline: tokens.spacingHorizontalXXL },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    maxWidth: '960px',
    marginInline: 'auto',
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
          <Navigation />
          {role !== 'teammate' && <SyncChip />}
          <AccountMenu />
        </div>
      </header>
      <main className={styles.main} id="content">
        <ExpiredNotice />
        <ErrorBoundary key={pathname} fallback={<Crash />}>
          <Suspense fallback={<RowSkeletons />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}
