import { storagesThatKeep } from '../office/browserStorage.ts';

let opened: readonly Storage[] | undefined;
const storages = (): readonly Storage[] => (opened ??= storagesThatKeep('localStorage', 'sessionStorage'));

/** Whether a sign-in can be kept for the other tabs; where it cannot, it ends with the page. */
export const canKeepSignIn = (): boolean => storages().length > 0;

/** What MSAL leaves behind also where nobody is signed in. */
const versionKey = 'msal.version';

/** Whether somebody may be signed in here, or is just coming back from it. By MSAL's keys, because it is not loaded yet. */
export const mayBeSignedIn = (): boolean =>
  storages().some((storage) => Object.keys(storage).some((key) => key.startsWith('msal.') && key !== versionKey));
