import type { Request } from 'express';
import type { AccessTokenVerifier, Caller } from '../../ports/identity.ts';

/** What stands behind `Bearer` in a request; null: nothing. */
export const bearerToken = ({ headers }: Pick<Request, 'headers'>): string | null => {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '' ? token : null;
};

/** Whose token a request carries, by the verifier, which is asked once for each request. */
export type Callers = (request: Request, token: string) => Promise<Caller>;

export const openCallers = (verifier: AccessTokenVerifier): Callers => {
  const known = new WeakMap<Request, Promise<Caller>>();
  return (request, token) => {
    const caller = known.get(request) ?? verifier.verify(token);
    known.set(request, caller);
    return caller;
  };
};
