import { endpoint, guidParam } from './endpoint.ts';
import { cursorQuery } from './paging.ts';
import { runChangePageSchema } from './sync.ts';
import {
  photoQuerySchema,
  personScopeSchema,
  teammatePageSchema,
  teammateSchema,
  teammatesQuerySchema,
} from './teammates.ts';

export const teammateEndpoints = {
  explainTeammate: endpoint({
    method: 'get',
    path: '/api/teammates/{id}/scope',
    summary: 'Why a teammate is in scope or not, asked of the directory now',
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
  teammatePhoto: endpoint({
    method: 'get',
    path: '/api/teammates/{id}/photo',
    summary: 'The photo of a teammate, with an ETag; 404 where there is none',
    access: 'auditor',
    params: guidParam,
    query: photoQuerySchema,
    status: 200,
    response: null,
    contentType: 'image/jpeg,image/png',
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
} as const;
