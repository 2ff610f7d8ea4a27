import type { QueryClient } from '@tanstack/react-query';
import type { AuthSession } from '../../auth/session/authSession.ts';

/** What was read for one account is nothing that another may see, nor anybody once it is signed out. To be called first. */
export function forgetOthers({ state, subscribe }: AuthSession, queries: QueryClient): void {
  let before = state().account?.username;
  subscribe(() => {
    const now = state().account?.username;
    if (before !== undefined && before !== now) queries.clear();
    before = now;
  });
}
