/** What browsers give as the code of a key that an input method takes. */
const TAKEN = 229;

const isInEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.ProseMirror') !== null;

/**
 * While somebody writes with an input method, as for Japanese or Chinese, Enter, Escape and the arrows are for its list of
 * words; taken for ours they chose, saved or closed something. Safari ends the composition before it tells of the Enter that
 * ended it, so there only the code tells. The browser still gets each key, and the editor knows these keys itself.
 */
export function leaveKeysToInputMethod(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const isTaken = event.isComposing || event.keyCode === TAKEN;
      if (isTaken && !isInEditor(event.target)) event.stopPropagation();
    },
    { capture: true },
  );
}
