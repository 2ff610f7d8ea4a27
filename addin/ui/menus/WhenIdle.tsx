import { Suspense, useEffect, useState, type ReactNode } from 'react';

/** What nobody waits for: it begins to download once the page is there and the browser has nothing else to do, or soon. */
export function WhenIdle({ children }: { children: ReactNode }) {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    // Safari has no such callback.
    const ask =
      window.requestIdleCallback ??
      ((run: () => void, { timeout }: { timeout: number }) => window.setTimeout(run, timeout));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const asked = ask(() => setIdle(true), { timeout: 1000 });
    return () => cancel(asked);
  }, []);
  return isIdle ? <Suspense fallback={null}>{children}</Suspense> : null;
}
