import type { IPublicClientApplication } from '@azure/msal-browser';
import type { AuthPlace } from '../authPlace.ts';

/** MSAL, or the promise of it: the first page does not wait for what only its button needs. */
export type AuthClient = IPublicClientApplication | Promise<IPublicClientApplication>;

/** The client that tokens come from: the one the page began with, and the one of dialogs once somebody used them. */
export interface Clients {
  readonly current: () => AuthClient;
  /** Null where there are no dialogs. */
  readonly forDialog: (() => Promise<IPublicClientApplication>) | null;
  readonly goOnWith: (client: IPublicClientApplication) => void;
}

export function openClients(first: AuthClient, { openDialogClient }: AuthPlace): Clients {
  let current = first;
  let dialog: Promise<IPublicClientApplication> | null = null;
  return {
    current: () => current,
    forDialog: openDialogClient && (() => (dialog ??= openDialogClient())),
    goOnWith: (client) => void (current = client),
  };
}
