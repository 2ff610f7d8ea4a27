import { effectRequestSchema, effectSchema, triedSchema, tryRequestSchema } from './assignments.ts';
import { endpoint } from './endpoint.ts';
import { designLimit } from './signatureEndpoints.ts';
import { renderRequestSchema, renderedDesignSchema } from './signatures.ts';

/** What is worked out about designs and rules; none of it stores anything. */
export const designEndpoints = {
  renderDesign: endpoint({
    method: 'post',
    path: '/api/signatures/render',
    summary: 'How a design looks for some teammates; stores nothing',
    access: 'auditor',
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
    body: tryRequestSchema,
    status: 200,
    response: triedSchema,
  }),
} as const;
