/** Merely touching sessionStorage throws in a frame whose third-party storage is blocked, as Outlook on the web may be. */
function openSessionStorage(): Storage | null {
  try {
    const storage = window.sessionStorage;
    storage.setItem('undersign.probe', '1');
    storage.removeItem('undersign.probe');
    return storage;
  } catch {
    return null;
  }
}

let opened: Storage | null | undefined;

/** The session's storage, or null where the browser withholds it; then the pane forgets when it is closed. */
export function sessionStorageOrNull(): Storage | null {
  opened ??= openSessionStorage();
  return opened;
}
