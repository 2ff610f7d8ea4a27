import { endpoint } from './endpoint.ts';
import {
  customFieldParams,
  fieldPreviewRequestSchema,
  fieldPreviewSchema,
  putSmartFieldsSchema,
  removeFieldQuerySchema,
  smartFieldsSchema,
} from './fields.ts';

export const fieldEndpoints = {
  getSmartFields: endpoint({
    method: 'get',
    path: '/api/smart-fields',
    summary: 'The fields signatures can show: where each comes from, its rule, where it is used, who has it',
    access: 'auditor',
    status: 200,
    response: smartFieldsSchema,
  }),
  putSmartFields: endpoint({
    method: 'put',
    path: '/api/smart-fields',
    summary: 'Save the rules of fields and the fields of the tenant’s own',
    access: 'admin',
    body: putSmartFieldsSchema,
    bodyLimit: 128 * 1024,
    status: 200,
    response: smartFieldsSchema,
  }),
  previewSmartField: endpoint({
    method: 'post',
    path: '/api/smart-fields/preview',
    summary: 'What a rule would do to a field of some people, and who lacks it; stores nothing',
    access: 'auditor',
    audited: false,
    body: fieldPreviewRequestSchema,
    status: 200,
    response: fieldPreviewSchema,
  }),
  removeSmartField: endpoint({
    method: 'delete',
    path: '/api/smart-fields/{key}',
    summary: 'Remove a field of the tenant’s own and every value of it',
    access: 'admin',
    params: customFieldParams,
    query: removeFieldQuerySchema,
    status: 204,
    response: null,
  }),
} as const;
