import { z } from 'zod';
import type { ApiScope } from './manage/integrations.ts';
import { objectId } from './scalars.ts';

/**
 * Who may call: anybody, anybody signed in, and from there on each role with those above it. A designer reads what an auditor
 * reads, and may do whatever makes or assigns signatures; what is kept of people, and what is read of them, is an admin's.
 */
export type Access = 'public' | 'signedIn' | 'auditor' | 'designer' | 'admin';

/** One route: what goes in, what comes out, who may. Routes, pane and OpenAPI are all made from these. */
export interface Endpoint {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** With `{name}` for parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** An API key with this scope opens it too; left out: none does. */
  readonly scope?: ApiScope;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Largest body in bytes, where 16 KiB do not do. */
  readonly bodyLimit?: number;
  /** Instead of a JSON body: the bytes of one file of these types. */
  readonly upload?: { readonly contentTypes: readonly string[]; readonly limit: number };
  /** Counted against a limit of its own. */
  readonly countedAs?: 'notification' | 'connecting' | 'webhookTest';
  /** What changes something is refused to tenants that never connected, but for this. */
  readonly beforeConnecting?: true;
  /** Whoever calls it does so as a teammate: a role granted here makes no difference and is not looked up. */
  readonly asTeammate?: true;
  /** Whether it stands in the audit trail. Left out: whatever is no GET and is not public does. */
  readonly audited?: boolean;
  readonly status: number;
  /** Null where there is no body, or where the body is no JSON (see `contentType`). */
  readonly response: z.ZodType | null;
  /** Several are joined by a comma. */
  readonly contentType?: string;
  /** Also answers 200 with plain text: what that is. */
  readonly handshake?: string;
}

/** Keeps the exact type of one endpoint, so that its handler knows what comes in. */
export const endpoint = <const E extends Endpoint>(value: E): E => value;

export const guidParam = z.object({ id: objectId });
