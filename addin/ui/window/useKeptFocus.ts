import { useEffect } from 'react';

/** Where the eye is when a control has gone: in the bar it stood in, or else at the heading of the page. */
const homeOf = (before: readonly Element[]): HTMLElement | null => {
  const bar = before.find((element) => element.isConnected && element.matches('[data-focus-home]'));
  return (bar as HTMLElement | undefined) ?? document.querySelector<HTMLElement>('h1');
};

const ancestors = (element: Element): Element[] => {
  const found: Element[] = [];
  for (let next = element.parentElement; next; next = next.parentElement) found.push(next);
  return found;
};

const cannotHoldFocus = (element: Element): boolean => !element.isConnected || element.matches(':disabled');

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * When the control that has the focus goes away or is switched off, the browser drops the focus at the very beginning of
 * the document, and a keyboard starts over. This takes it to where the eye is. Dialogs go first: they bring it back themselves.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let around: readonly Element[] = [];
    let hidden: HTMLElement | null = null;
    const onBlur = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.isConnected && !target.checkVisibility()) hidden = target;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      around = ancestors(target);
    };
    const bringBack = async (): Promise<void> => {
      const lost = last;
      // Dialogs and menus move the focus a frame after they have closed.
      await frame();
      await frame();
      if (lost !== last || !lost || !cannotHoldFocus(lost) || document.activeElement !== document.body) return;
      homeOf(around)?.focus({ preventScroll: true });
    };
    /** A page that waits for a part of it is hidden meanwhile; what had the focus has it again when it is back. */
    const bringBackShown = (): void => {
      if (!hidden?.checkVisibility()) return;
      if (document.activeElement === document.body) hidden.focus({ preventScroll: true });
      hidden = null;
    };
    const onChange = () => {
      bringBackShown();
      if (last && cannotHoldFocus(last)) void bringBack();
    };
    const observer = new MutationObserver(onChange);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'style'],
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
}
