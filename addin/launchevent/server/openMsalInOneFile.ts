import type { Configuration, IPublicClientApplication } from '@azure/msal-browser';

/**
 * Takes the place of `openMsal.ts` in the file of classic Outlook, which can load no other. `eager` keeps MSAL in it, yet
 * its code runs only here: a mail whose signature is known never waits for it.
 */
export async function openMsal(configuration: Configuration): Promise<IPublicClientApplication> {
  const msal = await import(
    /* webpackMode: "eager", webpackExports: ["createNestablePublicClientApplication"] */ '@azure/msal-browser'
  );
  return msal.createNestablePublicClientApplication(configuration);
}
