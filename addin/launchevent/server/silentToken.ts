import type { IPublicClientApplication } from '@azure/msal-browser';
import { NoSilentSignIn } from './noSilentSignIn.ts';
import { openMsal } from './openMsal.ts';
import type { HandlerSettings } from './settings.ts';

let client: Promise<IPublicClientApplication> | null = null;

/** Memory only, because the event runtime has no other storage and the pane's own MSAL must not find our entries. */
function openClient(settings: HandlerSettings): Promise<IPublicClientApplication> {
  const { clientId, authority, knownAuthorities, authorityMetadata } = settings;
  return openMsal({
    auth: { clientId, authority, knownAuthorities, ...(authorityMetadata ? { authorityMetadata } : {}) },
    cache: { cacheLocation: 'memoryStorage' },
  });
}

/**
 * A token for our API without asking anybody anything: Outlook signs the person in (nested app authentication), or there
 * is none. Rejects where that does not work; nothing here may ever open a window.
 */
export async function acquireSilentToken(settings: HandlerSettings): Promise<string> {
  if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) throw new NoSilentSignIn();
  client ??= openClient(settings);
  try {
    const application = await client;
    return (await application.acquireTokenSilent({ scopes: [settings.apiScope] })).accessToken;
  } catch (cause) {
    client = null;
    throw cause;
  }
}
