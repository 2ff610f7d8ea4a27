import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { AuthSession } from './session/authSession.ts';
import type { AuthState } from './session/authState.ts';

const AuthContext = createContext<AuthSession | null>(null);

export function AuthProvider({ session, children }: { session: AuthSession; children: ReactNode }) {
  return <AuthContext value={session}>{children}</AuthContext>;
}

/** The session of the person who is signed in, and what they can do with it. */
export function useAuth(): { session: AuthSession; state: AuthState } {
  const session = useContext(AuthContext);
  if (!session) throw new Error('useAuth needs an AuthProvider above it.');
  return { session, state: useSyncExternalStore(session.subscribe, session.state) };
}
