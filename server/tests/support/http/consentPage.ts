import type { ConsentRequest } from '../../../src/contract/manage/connection.ts';
import { locationOf, type BrowserSession } from './browserSession.ts';
import type { ApiClient } from './apiClient.ts';

export interface ConsentDecision {
  readonly decision: 'accept' | 'cancel';
  /** Which of the permissions asked for are left ticked. */
  readonly permissions?: readonly string[];
}

/** The admin consent page as a person meets it: asks for the link, decides, and returns where Entra sends them. */
export const decideConsent = async (
  { api, browser }: { readonly api: ApiClient; readonly browser: BrowserSession },
  { decision, permissions = [] }: ConsentDecision,
  wish: Partial<ConsentRequest> = {},
): Promise<URL> => {
  const { url } = await api.post<{ url: string }>('/api/connection/consent', { returnTo: 'page', ...wish });
  return locationOf(await browser.post(url, { shown: '1', decision, permission: permissions }));
};

/** Follows the redirect to our callback and tells how it ended. */
export const outcomeAt = async (callback: URL | string): Promise<string> => {
  const response = await fetch(callback, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location !== null) return new URL(location, 'http://pane.example').searchParams.get('consent') ?? '';
  return /data-outcome="([^"]+)"/.exec(await response.text())?.[1] ?? `status ${String(response.status)}`;
};
