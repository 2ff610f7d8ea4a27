import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Config } from '../../server/src/contract/manage/session.ts';
import { acknowledgeRelay } from './acknowledgeRelay.ts';
import { canKeepSignIn } from './keptSignIn.ts';
import { createNestablePublicClientApplication, createStandardPublicClientApplication } from './msal.ts';
import { msalConfiguration } from './msalConfiguration.ts';

/** Finishes a full-page sign-in that is coming back. One that broke off leaves the person simply signed out. */
async function takeRedirectAnswer(client: IPublicClientApplication): Promise<AuthenticationResult | null> {
  try {
    return await client.handleRedirectPromise();
  } catch {
    return null;
  }
}

/**
 * MSAL, ready to use, with the account of this session as the active one. In Outlook it signs in through Outlook itself
 * where the client can (nested app authentication); MSAL falls back to its own windows where it cannot.
 */
export async function openAuthClient(config: Config, inOutlook: boolean): Promise<IPublicClientApplication> {
  const isFramed = window.top !== window;
  if (isFramed) acknowledgeRelay();
  const options = msalConfiguration(config, { origin: window.location.origin, canStore: canKeepSignIn(), isFramed });
  const client = await (inOutlook
    ? createNestablePublicClientApplication(options)
    : createStandardPublicClientApplication(options));
  if (inOutlook) return client;
  const answer = await takeRedirectAnswer(client);
  client.setActiveAccount(answer?.account ?? client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null);
  return client;
}
