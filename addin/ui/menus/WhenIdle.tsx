import { Suspense, useEffect, useState, type ReactNode } from 'react';

/** What nobody waits for: it begins to download once the page is there and the browser has nothing else to do. */
export function WhenIdle({ children }: { children: ReactNode }) {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    // Safari has no such callback.
    const ask = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 200));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const asked = ask(() => setIdle(true));
    return () => cancel(asked);
  }, []);
  return isIdle ? <Suspense fallback={null}>{children}</Suspense> : null;
}
