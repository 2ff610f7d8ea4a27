/** Merely touching storage throws in a frame whose third-party storage is blocked, as Outlook on the web may be. */
function openStorages(): readonly Storage[] {
  try {
    const storages = [window.localStorage, window.sessionStorage];
    for (const storage of storages) {
      storage.setItem('undersign.probe', '1');
      storage.removeItem('undersign.probe');
    }
    return storages;
  } catch {
    return [];
  }
}

let opened: readonly Storage[] | undefined;
const storages = (): readonly Storage[] => (opened ??= openStorages());

/** Whether a sign-in can be kept for the other tabs; where it cannot, it ends with the page. */
export const canKeepSignIn = (): boolean => storages().length > 0;

/** What MSAL leaves behind also where nobody is signed in. */
const versionKey = 'msal.version';

/** Whether somebody may be signed in here, or is just coming back from it. By MSAL's keys, because it is not loaded yet. */
export const mayBeSignedIn = (): boolean =>
  storages().some((storage) => Object.keys(storage).some((key) => key.startsWith('msal.') && key !== versionKey));
