/** In hundredths of the screen: Microsoft's page has room for a long name and a number to compare. */
const SIZE = { height: 75, width: 40 };
/** The person said no to the question whether a window may open. https://learn.microsoft.com/office/dev/add-ins/develop/dialog-handle-errors-events */
const IGNORED = 12009;

/** Why no answer came out of a dialog: somebody closed it, or Outlook opens none. */
export class NoDialogAnswer extends Error {
  readonly reason: 'closed' | 'refused';

  constructor(reason: NoDialogAnswer['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Whether Outlook opens windows of its own for us. */
export const hasDialogs = (): boolean =>
  typeof Office !== 'undefined' && typeof Office.context?.ui?.displayDialogAsync === 'function';

/**
 * Opens a page of ours in a window of Outlook's, which works where the browser, or the frame we are in, opens none, and
 * resolves with the first thing the page says. Rejects with {@link NoDialogAnswer}.
 * https://learn.microsoft.com/office/dev/add-ins/develop/dialog-api-in-office-add-ins
 */
export const askInDialog = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    // A copy, because Office writes into what it is given, and takes that for a mistake the next time.
    Office.context.ui.displayDialogAsync(url, { ...SIZE }, ({ status, value: dialog, error }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) {
        reject(new NoDialogAnswer(error.code === IGNORED ? 'closed' : 'refused'));
        return;
      }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
        dialog.close();
        if ('message' in said) resolve(said.message);
        else reject(new NoDialogAnswer('closed'));
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => reject(new NoDialogAnswer('closed')));
    });
  });

/** In a page in such a window: says it to the one who opened it. */
export async function tellOpener(message: string): Promise<void> {
  await Office.onReady();
  Office.context.ui.messageParent(message);
}
