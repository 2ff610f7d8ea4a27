/** How a file of ours gets to the person: from this page, from the same page in a browser, or not at all. */
export type FileSaving = 'here' | 'inBrowser' | 'nowhere';

/** Where Outlook shows us in a view that downloads nothing and says nothing about it (office-js #6468, #3662). */
const deaf: readonly string[] = ['Mac', 'iOS', 'Android'];

/** Outlook on Mac can open a page in the browser; phones cannot. */
export function fileSaving(): FileSaving {
  const context = typeof Office === 'undefined' ? undefined : Office.context;
  if (!context || !deaf.includes(String(context.platform))) return 'here';
  return context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1') ? 'inBrowser' : 'nowhere';
}

/** Opens a page of ours, such as `/audit`, in the browser. */
export const openInBrowser = (path: string): void =>
  Office.context.ui.openBrowserWindow(`${window.location.origin}/#${path}`);
