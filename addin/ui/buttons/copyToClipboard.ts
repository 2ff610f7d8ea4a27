/** What is copied, by its type: `text/plain`, and `text/html` where it has a look. */
type Copied = Readonly<{ 'text/plain': string; 'text/html'?: string }>;

/** Selected while it lasts, because Safari copies nothing where nothing is selected. */
function selectSomething(): () => void {
  const something = document.createElement('span');
  something.textContent = ' ';
  something.style.whiteSpace = 'pre';
  document.body.append(something);
  const selection = document.getSelection();
  selection?.selectAllChildren(something);
  return () => {
    selection?.removeAllRanges();
    something.remove();
  };
}

/** The old way, which frames may use as well: what the browser would copy is replaced on its way. */
function copyByCommand(copied: Copied): void {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    for (const [type, content] of Object.entries(copied)) event.clipboardData?.setData(type, content);
  };
  const unselect = selectSomething();
  document.addEventListener('copy', fill, { once: true });
  try {
    if (!document.execCommand('copy')) throw new Error('The clipboard was not to be had.');
  } finally {
    document.removeEventListener('copy', fill);
    unselect();
  }
}

const write = (copied: Copied): Promise<void> => {
  const parts = Object.entries(copied).map(([type, content]) => [type, new Blob([content], { type })] as const);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
};

/**
 * To be called in a click. Outlook on the web gives our frame no right to the clipboard (office-js #1991, #3480), and
 * browsers know no clipboard without https; there the old way is left. Rejects where that fails too.
 */
export async function copyToClipboard(copied: Copied): Promise<void> {
  try {
    await write(copied);
  } catch {
    copyByCommand(copied);
  }
}
