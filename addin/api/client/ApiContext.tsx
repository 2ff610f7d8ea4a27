import { createContext, useContext, type ReactNode } from 'react';
import type { Config, Session } from '../../../server/src/contract/manage/session.ts';
import type { ApiClient } from './apiClient.ts';

export interface PaneApi {
  readonly client: ApiClient;
  readonly config: Config;
}

const ApiContext = createContext<PaneApi | null>(null);
const SessionContext = createContext<Session | null>(null);

export function ApiProvider({ api, children }: { api: PaneApi; children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Our API and the public configuration. */
export function usePaneApi(): PaneApi {
  const api = useContext(ApiContext);
  if (!api) throw new Error('usePaneApi needs an ApiProvider above it.');
  return api;
}

export const useApi = (): ApiClient => usePaneApi().client;

/** Who is signed in, as our API sees them; null where that is not known (yet). */
export const useKnownSession = (): Session | null => useContext(SessionContext);

/** Who is signed in, as our API sees them. Only below the sign-in page. */
export function useSession(): Session {
  const session = useKnownSession();
  if (!session) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}
