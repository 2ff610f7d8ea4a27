import { endpoint, guidParam } from '../endpoint.ts';
import {
  directoryExtensionsSchema,
  directoryGroupPageSchema,
  directoryQuerySchema,
  directoryUnitPageSchema,
  directoryUserPageSchema,
} from './directory.ts';
import { estimateRequestSchema, estimateSchema, putSelectionSchema, savedSelectionSchema } from './selection.ts';
import { personScopeSchema } from './teammates.ts';

export const directoryEndpoints = {
  findUsers: endpoint({
    method: 'get',
    path: '/api/directory/users',
    summary: 'People of the directory, by search',
    access: 'designer',
    query: directoryQuerySchema,
    status: 200,
    response: directoryUserPageSchema,
  }),
  findGroups: endpoint({
    method: 'get',
    path: '/api/directory/groups',
    summary: 'Groups of the directory, by search, with member counts',
    access: 'designer',
    query: directoryQuerySchema,
    status: 200,
    response: directoryGroupPageSchema,
  }),
  findUnits: endpoint({
    method: 'get',
    path: '/api/directory/administrative-units',
    summary: 'Administrative units of the directory, by search, with member counts',
    access: 'designer',
    query: directoryQuerySchema,
    status: 200,
    response: directoryUnitPageSchema,
  }),
  findExtensions: endpoint({
    method: 'get',
    path: '/api/directory/extensions',
    summary: 'Directory extensions that apps added to people, which can be fields',
    access: 'admin',
    status: 200,
    response: directoryExtensionsSchema,
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
    // Thousands of picks.
    bodyLimit: 1024 * 1024,
    status: 200,
    response: savedSelectionSchema,
  }),
  estimateSelection: endpoint({
    method: 'post',
    path: '/api/selection/estimate',
    summary: 'How many people a selection would cover and leave out, by what the last sync read',
    access: 'auditor',
    audited: false,
    body: estimateRequestSchema,
    bodyLimit: 1024 * 1024,
    status: 200,
    response: estimateSchema,
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
} as const;
