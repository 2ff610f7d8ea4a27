import { effectRequestSchema, effectSchema, triedSchema, tryRequestSchema } from './assignments.ts';
import { endpoint } from '../endpoint.ts';
import { designLimit } from './signatureEndpoints.ts';
import {
  checkReportSchema,
  checkRequestSchema,
  gallerySchema,
  recogniseRequestSchema,
  recognisedSchema,
  renderRequestSchema,
  renderedDesignSchema,
} from './signatures.ts';

/** What is worked out about designs and rules; none of it stores anything. */
export const designEndpoints = {
  signatureGallery: endpoint({
    method: 'get',
    path: '/api/signatures/gallery',
    summary: 'Designs to start from, in the brand of the tenant',
    access: 'auditor',
    status: 200,
    response: gallerySchema,
  }),
  checkDesign: endpoint({
    method: 'post',
    path: '/api/signatures/check',
    summary: 'What is wrong with a design, over everybody, in pieces',
    access: 'auditor',
    audited: false,
    body: checkRequestSchema,
    bodyLimit: designLimit,
    status: 200,
    response: checkReportSchema,
  }),
  recogniseSignature: endpoint({
    method: 'post',
    path: '/api/signatures/recognise',
    summary: 'Turn a pasted signature into a design with smart fields; stores nothing',
    access: 'designer',
    audited: false,
    body: recogniseRequestSchema,
    bodyLimit: 5 * designLimit,
    status: 200,
    response: recognisedSchema,
  }),
  renderDesign: endpoint({
    method: 'post',
    path: '/api/signatures/render',
    summary: 'How a design looks for some teammates; stores nothing',
    access: 'auditor',
    audited: false,
    body: renderRequestSchema,
    bodyLimit: designLimit,
    status: 200,
    response: renderedDesignSchema,
  }),
  assignmentEffect: endpoint({
    method: 'post',
    path: '/api/assignments/effect',
    summary: 'What rules would do, before they are saved: how many get which, who changes',
    access: 'auditor',
    audited: false,
    body: effectRequestSchema,
    bodyLimit: designLimit,
    status: 200,
    response: effectSchema,
  }),
  trySignature: endpoint({
    method: 'post',
    path: '/api/try',
    summary: 'Which signature somebody gets in a mail, which rule chose it, and why the earlier ones did not',
    access: 'auditor',
    audited: false,
    body: tryRequestSchema,
    status: 200,
    response: triedSchema,
  }),
} as const;
