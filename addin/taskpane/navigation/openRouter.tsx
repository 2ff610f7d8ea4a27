import { lazy, type ReactNode } from 'react';
import { createHashRouter, createMemoryRouter, type RouteObject } from 'react-router';
import { ConnectPage } from '../../features/connect/ConnectPage.tsx';
import { SelectPage } from '../../features/select/SelectPage.tsx';
import { SettingsPage } from '../../features/settings/SettingsPage.tsx';
import { HeldPage } from '../../features/sync/held/HeldPage.tsx';
import { RunPage } from '../../features/sync/run/RunPage.tsx';
import { SyncPage } from '../../features/sync/status/SyncPage.tsx';
import { MissingPage } from '../../features/teammates/MissingPage.tsx';
import { TeammatePage } from '../../features/teammates/person/TeammatePage.tsx';
import { TeammatesPage } from '../../features/teammates/list/TeammatesPage.tsx';
import { Allowed } from './Allowed.tsx';
import { Crash } from '../shell/Crash.tsx';
import { signaturePages } from './latePages.tsx';
import type { Place } from './navigation.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OverviewPage } from '../overview/OverviewPage.tsx';
import { Shell } from '../shell/Shell.tsx';

// The preview carries a whole stand-in for Outlook's compose window; nobody else should have to download it.
const ComposePreview = lazy(async () => {
  const { ComposePreview: component } = await import('../../features/compose/ComposePreview.tsx');
  return { default: component };
});

/** A page for those who may see the place it belongs to. */
const allowed = (place: Place['name'], path: string, page: ReactNode): RouteObject => ({
  path,
  element: <Allowed place={place}>{page}</Allowed>,
});

const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Crash />,
    children: [
      { index: true, element: <OverviewPage /> },
      { path: 'connect', element: <ConnectPage /> },
      allowed('select', 'select', <SelectPage />),
      allowed('sync', 'sync', <SyncPage />),
      allowed('sync', 'sync/held', <HeldPage />),
      allowed('sync', 'sync/runs/:id', <RunPage />),
      allowed('teammates', 'teammates', <TeammatesPage />),
      allowed('select', 'teammates/missing', <MissingPage />),
      allowed('teammates', 'teammates/:id', <TeammatePage />),
      allowed('settings', 'settings', <SettingsPage />),
      allowed('signatures', 'signatures', signaturePages.list),
      allowed('signatures', 'signatures/new', signaturePages.gallery),
      allowed('signatures', 'signatures/paste', signaturePages.paste),
      allowed('signatures', 'signatures/:id', signaturePages.one),
      allowed('signatures', 'signatures/:id/edit', signaturePages.editor),
      allowed('signatures', 'signatures/:id/publish', signaturePages.publish),
      allowed('assignments', 'assignments', signaturePages.assignments),
      allowed('brand', 'brand', signaturePages.brand),
      { path: 'compose', element: <ComposePreview /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export type PaneRouter = ReturnType<typeof createMemoryRouter>;

/**
 * In a browser the address shows the page, so that Back, reload and bookmarks work. office.js sets `history.pushState` to
 * null, so inside Outlook the pages live in memory.
 */
export function openRouter(inOutlook: boolean): PaneRouter {
  return inOutlook || typeof window.history.pushState !== 'function'
    ? createMemoryRouter(routes)
    : createHashRouter(routes);
}
