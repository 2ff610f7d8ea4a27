import { z } from 'zod';
import { cursorQuery } from './paging.ts';
import { connectionSchema, consentLinkSchema, consentRequestSchema } from './connection.ts';
import {
  directoryGroupPageSchema,
  directoryQuerySchema,
  directoryUnitPageSchema,
  directoryUserPageSchema,
} from './directory.ts';
import { meSchema, mySignatureQuerySchema, renderedSignatureSchema } from './me.ts';
import { objectId } from './scalars.ts';
import { putSelectionSchema, savedSelectionSchema } from './selection.ts';
import { configSchema, sessionSchema } from './session.ts';
import { putSettingsSchema, savedSettingsSchema } from './settings.ts';
import {
  changesQuerySchema,
  heldDecisionSchema,
  heldOutcomeSchema,
  heldPageSchema,
  planEntryPageSchema,
  previewRequestSchema,
  runChangePageSchema,
  runPageSchema,
  runRequestSchema,
  runSchema,
  syncStatusSchema,
} from './sync.ts';
import { personScopeSchema, teammatePageSchema, teammateSchema, teammatesQuerySchema } from './teammates.ts';

/** Who may call: anybody, anybody signed in, auditors and admins, admins. */
export type Access = 'public' | 'signedIn' | 'auditor' | 'admin';

/** One route: what goes in, what comes out, who may. Routes, pane and OpenAPI are all made from these. */
export interface Endpoint {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** With `{name}` for parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly status: number;
  /** Null where there is no body, or where the body is no JSON (see `contentType`). */
  readonly response: z.ZodType | null;
  readonly contentType?: string;
}

const endpoint = <const E extends Endpoint>(value: E): E => value;

const guidParam = z.object({ id: objectId });

export const endpoints = {
  getConfig: endpoint({
    method: 'get',
    path: '/api/config',
    summary: 'What the pane needs before anybody signed in',
    access: 'public',
    status: 200,
    response: configSchema,
  }),
  getSession: endpoint({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in and what they may do',
    access: 'signedIn',
    status: 200,
    response: sessionSchema,
  }),
  getConnection: endpoint({
    method: 'get',
    path: '/api/connection',
    summary: 'How the tenant is connected',
    access: 'signedIn',
    status: 200,
    response: connectionSchema,
  }),
  deleteConnection: endpoint({
    method: 'delete',
    path: '/api/connection',
    summary: 'Forget the connection; teammates and selection stay',
    access: 'admin',
    status: 204,
    response: null,
  }),
  checkConnection: endpoint({
    method: 'post',
    path: '/api/connection/check',
    summary: 'Ask Entra again which permissions are granted',
    access: 'admin',
    status: 200,
    response: connectionSchema,
  }),
  startConsent: endpoint({
    method: 'post',
    path: '/api/connection/consent',
    summary: 'Get a link to the admin consent page, good once',
    access: 'signedIn',
    body: consentRequestSchema,
    status: 200,
    response: consentLinkSchema,
  }),
  finishConsent: endpoint({
    method: 'get',
    path: '/api/connection/consent/callback',
    summary: 'Where Entra sends the browser after the admin consent page',
    access: 'public',
    status: 200,
    response: null,
    contentType: 'text/html',
  }),
  findUsers: endpoint({
    method: 'get',
    path: '/api/directory/users',
    summary: 'People of the directory, by search',
    access: 'admin',
    query: directoryQuerySchema,
    status: 200,
    response: directoryUserPageSchema,
  }),
  findGroups: endpoint({
    method: 'get',
    path: '/api/directory/groups',
    summary: 'Groups of the directory, by search, with member counts',
    access: 'admin',
    query: directoryQuerySchema,
    status: 200,
    response: directoryGroupPageSchema,
  }),
  findUnits: endpoint({
    method: 'get',
    path: '/api/directory/administrative-units',
    summary: 'Administrative units of the directory, by search, with member counts',
    access: 'admin',
    query: directoryQuerySchema,
    status: 200,
    response: directoryUnitPageSchema,
  }),
  getSelection: endpoint({
    method: 'get',
    path: '/api/selection',
    summary: 'What is picked',
    access: 'auditor',
    status: 200,
    response: savedSelectionSchema,
  }),
  putSelection: endpoint({
    method: 'put',
    path: '/api/selection',
    summary: 'Save what is picked; 412 when somebody else saved meanwhile',
    access: 'admin',
    body: putSelectionSchema,
    status: 200,
    response: savedSelectionSchema,
  }),
  startPreview: endpoint({
    method: 'post',
    path: '/api/sync/preview',
    summary: 'Plan a sync without applying it',
    access: 'admin',
    body: previewRequestSchema,
    status: 202,
    response: runSchema,
  }),
  startRun: endpoint({
    method: 'post',
    path: '/api/sync/runs',
    summary: 'Sync with the saved selection',
    access: 'admin',
    body: runRequestSchema,
    status: 202,
    response: runSchema,
  }),
  listRuns: endpoint({
    method: 'get',
    path: '/api/sync/runs',
    summary: 'Runs and previews, newest first',
    access: 'auditor',
    query: cursorQuery,
    status: 200,
    response: runPageSchema,
  }),
  getRun: endpoint({
    method: 'get',
    path: '/api/sync/runs/{id}',
    summary: 'One run',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: runSchema,
  }),
  followRun: endpoint({
    method: 'get',
    path: '/api/sync/runs/{id}/events',
    summary: 'Progress of a run as server-sent events named "run"; ends when the run does',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: null,
    contentType: 'text/event-stream',
  }),
  cancelRun: endpoint({
    method: 'post',
    path: '/api/sync/runs/{id}/cancel',
    summary: 'Stop a run at its next safe point',
    access: 'admin',
    params: guidParam,
    status: 202,
    response: runSchema,
  }),
  listPlan: endpoint({
    method: 'get',
    path: '/api/sync/runs/{id}/plan',
    summary: 'What a preview found, entry by entry',
    access: 'auditor',
    params: guidParam,
    query: changesQuerySchema,
    status: 200,
    response: planEntryPageSchema,
  }),
  listChanges: endpoint({
    method: 'get',
    path: '/api/sync/runs/{id}/changes',
    summary: 'What a sync did, entry by entry',
    access: 'auditor',
    params: guidParam,
    query: changesQuerySchema.omit({ search: true }),
    status: 200,
    response: runChangePageSchema,
  }),
  getSyncStatus: endpoint({
    method: 'get',
    path: '/api/sync/status',
    summary: 'Whether the tenant is kept current by itself, since when and when next',
    access: 'auditor',
    status: 200,
    response: syncStatusSchema,
  }),
  listHeld: endpoint({
    method: 'get',
    path: '/api/sync/held',
    summary: 'Departures that wait for an admin',
    access: 'auditor',
    query: cursorQuery,
    status: 200,
    response: heldPageSchema,
  }),
  decideHeld: endpoint({
    method: 'post',
    path: '/api/sync/runs/{id}/held',
    summary: 'Approve or discard departures that a run held',
    access: 'admin',
    params: guidParam,
    body: heldDecisionSchema,
    status: 200,
    response: heldOutcomeSchema,
  }),
  getSettings: endpoint({
    method: 'get',
    path: '/api/settings',
    summary: 'How the sync behaves',
    access: 'auditor',
    status: 200,
    response: savedSettingsSchema,
  }),
  putSettings: endpoint({
    method: 'put',
    path: '/api/settings',
    summary: 'Change how the sync behaves; 412 when somebody else saved meanwhile',
    access: 'admin',
    body: putSettingsSchema,
    status: 200,
    response: savedSettingsSchema,
  }),
  explainTeammate: endpoint({
    method: 'get',
    path: '/api/teammates/{id}/scope',
    summary: 'Why a teammate is in scope or not, asked of the directory now',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: personScopeSchema,
  }),
  explainUser: endpoint({
    method: 'get',
    path: '/api/directory/users/{id}/scope',
    summary: 'Why any directory user is in scope or not',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: personScopeSchema,
  }),
  teammateHistory: endpoint({
    method: 'get',
    path: '/api/teammates/{id}/history',
    summary: 'Every change to a teammate, newest first',
    access: 'auditor',
    params: guidParam,
    query: cursorQuery,
    status: 200,
    response: runChangePageSchema,
  }),
  refreshTeammate: endpoint({
    method: 'post',
    path: '/api/teammates/{id}/refresh',
    summary: 'Read one person from the directory now and apply what changed',
    access: 'admin',
    params: guidParam,
    status: 200,
    response: teammateSchema,
  }),
  restoreTeammate: endpoint({
    method: 'post',
    path: '/api/teammates/{id}/restore',
    summary: 'Undo a removal; overrides are intact',
    access: 'admin',
    params: guidParam,
    status: 200,
    response: teammateSchema,
  }),
  listTeammates: endpoint({
    method: 'get',
    path: '/api/teammates',
    summary: 'The people we keep',
    access: 'auditor',
    query: teammatesQuerySchema,
    status: 200,
    response: teammatePageSchema,
  }),
  getTeammate: endpoint({
    method: 'get',
    path: '/api/teammates/{id}',
    summary: 'One teammate: fields with their source, and why in scope',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: teammateSchema,
  }),
  getMe: endpoint({
    method: 'get',
    path: '/api/me',
    summary: 'The signed-in person as a teammate',
    access: 'signedIn',
    status: 200,
    response: meSchema,
  }),
  getMySignature: endpoint({
    method: 'get',
    path: '/api/me/signature',
    summary: 'The rendered signature for what is being written; answers 304 to a current If-None-Match',
    access: 'signedIn',
    query: mySignatureQuerySchema,
    status: 200,
    response: renderedSignatureSchema,
  }),
} as const;
