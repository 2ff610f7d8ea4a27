import type { Request } from 'express';
import type { AccessTokenVerifier, Caller } from '../../ports/identity.ts';

/** What stands behind `Bearer` in a request; null: nothing. */
export const bearerToken = ({ headers }: Pick<Request, 'headers'>): string | null => {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '' ? token : null;
};

/** Whose token a request carries, by the verifier, which is asked once for each request. */
export interface Callers {
  of(request: Request, token: string): Promise<Caller>;
  verify(token: string): Promise<Caller>;
  /** What was verified already, for whoever handles the request after that. */
  keep(request: Request, caller: Promise<Caller>): void;
}

export const openCallers = ({ verify }: AccessTokenVerifier): Callers => {
  const known = new WeakMap<Request, Promise<Caller>>();
  return {
    of: (request, token) => {
      const caller = known.get(request) ?? verify(token);
      known.set(request, caller);
      return caller;
    },
    verify,
    keep: (request, caller) => {
      known.set(request, caller);
    },
  };
};
