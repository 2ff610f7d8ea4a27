import { useEffect, useState } from 'react';

/** An answer that is on its way arrives within this. */
const grace = 1_000;

/**
 * True once the person is back in this window without an answer from the one that was opened. Whether that one is closed
 * nobody can tell: Microsoft's pages cut the tie to the window that opened them.
 */
export function useCameBack(): boolean {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = () => {
      timer = setTimeout(() => setBack(true), grace);
    };
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      clearTimeout(timer);
    };
  }, []);
  return isBack;
}
