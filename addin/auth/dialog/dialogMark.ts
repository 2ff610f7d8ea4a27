const MARK = 'undersign.dialog';

/** So that the page Microsoft returns to knows that it is in a dialog of Outlook's: nothing in the address may say so. */
export const markDialog = (): void => window.sessionStorage.setItem(MARK, '1');

export function takeDialogMark(): boolean {
  try {
    const isMarked = window.sessionStorage.getItem(MARK) !== null;
    window.sessionStorage.removeItem(MARK);
    return isMarked;
  } catch {
    return false;
  }
}
