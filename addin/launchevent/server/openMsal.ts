import type { Configuration, IPublicClientApplication } from '@azure/msal-browser';

/** MSAL as a download of its own, under a name that never changes its content: most mails never need it. */
export async function openMsal(configuration: Configuration): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import(
    /* webpackChunkName: 'silent-sign-in' */ '../../auth/msal.ts'
  );
  return createNestablePublicClientApplication(configuration);
}
