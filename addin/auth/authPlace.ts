import type { IPublicClientApplication } from '@azure/msal-browser';

/** Where somebody signs in, and what is possible there. */
export interface AuthPlace {
  readonly scopes: string[];
  readonly inOutlook: boolean;
  /** Outlook itself signs people in (nested app authentication). */
  readonly isNested: boolean;
  /** Whose mailbox is open; of several accounts, and in Microsoft's window, this one is meant. Null in a browser. */
  readonly mailbox: string | null;
  /** False inside a frame, where MSAL refuses to leave the page. */
  readonly canRedirect: boolean;
  /** Loads the page anew so that it starts with a full-page sign-in; the only way out of a window that never answers. */
  readonly restartOnThisPage: () => void;
  /** MSAL that signs people in in a dialog of Outlook's; null where there are none. */
  readonly openDialogClient: (() => Promise<IPublicClientApplication>) | null;
}
