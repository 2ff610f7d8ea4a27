import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';

type Endpoints = typeof endpoints;

/** The routes that stand in the audit trail: all that change something, and those that say so. */
export type AuditedName = {
  [K in keyof Endpoints]: Endpoints[K] extends { audited: true }
    ? K
    : Endpoints[K] extends { method: 'get' } | { access: 'public' } | { audited: false }
      ? never
      : K;
}[keyof Endpoints];

/** What was sent to such a route, once it was found to be right. */
export type Sent<N extends AuditedName> = Endpoints[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined;

export type Answered<N extends AuditedName> = Endpoints[N] extends { response: infer R extends z.ZodType }
  ? z.output<R>
  : undefined;

const names = new Map<Endpoint, string>(Object.entries(endpoints).map(([name, endpoint]) => [endpoint, name]));

/** The name of an operation, as the OpenAPI document has it. */
export const operationOf = (endpoint: Endpoint): string => names.get(endpoint) ?? endpoint.path;

export const isAudited = ({ method, access, audited }: Endpoint): boolean =>
  audited ?? (method !== 'get' && access !== 'public');
