import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { Allowed } from './Allowed.tsx';
import { Home } from './Home.tsx';
import { lazyPage, type LoadPage } from './lazyPage.tsx';
import type { Place } from './navigation.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from '../shell/Shell.tsx';

/** A page that is downloaded when somebody goes there; until it is here, the page before stays. */
function page(path: string, load: LoadPage, within = (shown: ReactNode) => shown): RouteObject {
  const { Page, begin } = lazyPage(load);
  return { path, element: within(<Page />), handle: begin };
}

/** A page for those who may see the place it belongs to. */
const allowed = (place: Place['name'], path: string, load: LoadPage): RouteObject =>
  page(path, load, (shown) => <Allowed place={place}>{shown}</Allowed>);

/** A page of the signatures on which one makes something of one's own. */
const design = (path: string, load: LoadPage): RouteObject =>
  page(path, load, (shown) => (
    <Allowed place="signatures" toDesign>
      {shown}
    </Allowed>
  ));

const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  allowed(
    'mine',
    'mine',
    async () =>
      (await import(/* webpackChunkName: 'page-mine' */ '../../features/mine/MySignaturePage.tsx')).MySignaturePage,
  ),
  page(
    'connect',
    async () =>
      (await import(/* webpackChunkName: 'page-connect' */ '../../features/connect/ConnectPage.tsx')).ConnectPage,
  ),
  allowed(
    'select',
    'select',
    async () => (await import(/* webpackChunkName: 'page-select' */ '../../features/select/SelectPage.tsx')).SelectPage,
  ),
  allowed(
    'sync',
    'sync',
    async () => (await import(/* webpackChunkName: 'page-sync' */ '../../features/sync/status/SyncPage.tsx')).SyncPage,
  ),
  allowed(
    'sync',
    'sync/held',
    async () => (await import(/* webpackChunkName: 'page-held' */ '../../features/sync/held/HeldPage.tsx')).HeldPage,
  ),
  allowed(
    'sync',
    'sync/runs/:id',
    async () => (await import(/* webpackChunkName: 'page-run' */ '../../features/sync/run/RunPage.tsx')).RunPage,
  ),
  allowed(
    'teammates',
    'teammates',
    async () =>
      (await import(/* webpackChunkName: 'page-teammates' */ '../../features/teammates/list/TeammatesPage.tsx'))
        .TeammatesPage,
  ),
  allowed(
    'select',
    'teammates/missing',
    async () =>
      (await import(/* webpackChunkName: 'page-missing' */ '../../features/teammates/MissingPage.tsx')).MissingPage,
  ),
  allowed(
    'teammates',
    'teammates/proposals',
    async () =>
      (await import(/* webpackChunkName: 'page-proposals' */ '../../features/teammates/proposals/ProposalsPage.tsx'))
        .ProposalsPage,
  ),
  allowed(
    'select',
    'teammates/file',
    async () =>
      (await import(/* webpackChunkName: 'page-values' */ '../../features/teammates/bulk/ValuesFilePage.tsx'))
        .ValuesFilePage,
  ),
  allowed(
    'teammates',
    'teammates/:id',
    async () =>
      (await import(/* webpackChunkName: 'page-teammate' */ '../../features/teammates/person/TeammatePage.tsx'))
        .TeammatePage,
  ),
  allowed(
    'completeness',
    'completeness',
    async () =>
      (await import(/* webpackChunkName: 'page-completeness' */ '../../features/completeness/CompletenessPage.tsx'))
        .CompletenessPage,
  ),
  allowed(
    'roles',
    'roles',
    async () => (await import(/* webpackChunkName: 'page-roles' */ '../../features/roles/RolesPage.tsx')).RolesPage,
  ),
  allowed(
    'settings',
    'settings',
    async () =>
      (await import(/* webpackChunkName: 'page-settings' */ '../../features/settings/SettingsPage.tsx')).SettingsPage,
  ),
  allowed(
    'integrations',
    'integrations',
    async () =>
      (await import(/* webpackChunkName: 'page-integrations' */ '../../features/integrations/IntegrationsPage.tsx'))
        .IntegrationsPage,
  ),
  allowed(
    'privacy',
    'privacy',
    async () =>
      (await import(/* webpackChunkName: 'page-privacy' */ '../../features/privacy/PrivacyPage.tsx')).PrivacyPage,
  ),
  allowed(
    'audit',
    'audit',
    async () => (await import(/* webpackChunkName: 'page-audit' */ '../../features/audit/AuditPage.tsx')).AuditPage,
  ),
  allowed(
    'signatures',
    'signatures',
    async () =>
      (await import(/* webpackChunkName: 'page-signatures' */ '../../features/signatures/list/SignaturesPage.tsx'))
        .SignaturesPage,
  ),
  design(
    'signatures/new',
    async () =>
      (await import(/* webpackChunkName: 'page-gallery' */ '../../features/signatures/list/GalleryPage.tsx'))
        .GalleryPage,
  ),
  design(
    'signatures/paste',
    async () =>
      (await import(/* webpackChunkName: 'page-paste' */ '../../features/signatures/list/PastePage.tsx')).PastePage,
  ),
  allowed(
    'signatures',
    'signatures/file',
    async () =>
      (await import(/* webpackChunkName: 'page-file' */ '../../features/signatures/transfer/TransferPage.tsx'))
        .TransferPage,
  ),
  allowed(
    'signatures',
    'signatures/:id',
    async () =>
      (await import(/* webpackChunkName: 'page-signature' */ '../../features/signatures/page/SignaturePage.tsx'))
        .SignaturePage,
  ),
  allowed(
    'signatures',
    'signatures/:id/edit',
    async () =>
      (await import(/* webpackChunkName: 'page-editor' */ '../../features/signatures/editor/EditorPage.tsx'))
        .EditorPage,
  ),
  allowed(
    'signatures',
    'signatures/:id/publish',
    async () =>
      (await import(/* webpackChunkName: 'page-publish' */ '../../features/signatures/publish/PublishPage.tsx'))
        .PublishPage,
  ),
  allowed(
    'assignments',
    'assignments',
    async () =>
      (await import(/* webpackChunkName: 'page-assignments' */ '../../features/assignments/AssignmentsPage.tsx'))
        .AssignmentsPage,
  ),
  allowed(
    'assignments',
    'assignments/people',
    async () =>
      (await import(/* webpackChunkName: 'page-assigned' */ '../../features/assignments/people/AssignedPage.tsx'))
        .AssignedPage,
  ),
  allowed(
    'fields',
    'fields',
    async () =>
      (await import(/* webpackChunkName: 'page-fields' */ '../../features/fields/SmartFieldsPage.tsx')).SmartFieldsPage,
  ),
  allowed(
    'brand',
    'brand',
    async () => (await import(/* webpackChunkName: 'page-brand' */ '../../features/brand/BrandPage.tsx')).BrandPage,
  ),
  allowed(
    'rollout',
    'rollout',
    async () =>
      (await import(/* webpackChunkName: 'page-rollout' */ '../../features/rollout/RolloutPage.tsx')).RolloutPage,
  ),
  page(
    'compose',
    async () =>
      (await import(/* webpackChunkName: 'page-compose' */ '../../features/compose/ComposePreview.tsx')).ComposePreview,
  ),
  { path: '*', element: <NotFoundPage /> },
];

/** Every page by its address. */
export const routes: RouteObject[] = [{ element: <Shell />, children: pages }];
