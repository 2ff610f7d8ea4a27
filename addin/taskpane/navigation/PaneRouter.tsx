import { useLayoutEffect, useMemo, useState, useTransition } from 'react';
import { matchRoutes, Router, useRoutes } from 'react-router';
import { OnTheWay, placeOf } from '../../ui/state/OnTheWay.ts';
import type { PaneHistory } from './openHistory.ts';
import { routes } from './routes.tsx';

/** Downloads the page of an address, on the first load before anybody knows whether it may be seen: that takes as long. */
export function beginPage({ location }: PaneHistory): void {
  const match = matchRoutes(routes, location)?.at(-1);
  (match?.route.handle as (() => void) | undefined)?.();
}

const Pages = () => useRoutes(routes);

/**
 * Shows the page of the address. The page before stays until the next is here, downloaded and with its texts. React Router's
 * own `createHashRouter` does that too, together with loading and sending data, which TanStack Query does here; it weighs
 * twice as much.
 */
export function PaneRouter({ history }: { history: PaneHistory }) {
  const [isPending, startTransition] = useTransition();
  const [{ location, action }, setShown] = useState({ location: history.location, action: history.action });
  useLayoutEffect(
    () =>
      history.listen((next) => {
        beginPage(history);
        startTransition(() => setShown({ location: next.location, action: next.action }));
      }),
    [history],
  );
  const isOtherPage = isPending && history.location.pathname !== location.pathname;
  const coming = isOtherPage ? 'page' : isPending ? 'view' : null;
  const way = useMemo(() => {
    const placeNow = () => placeOf(history.location);
    return { coming, placeNow, hasMovedOn: () => placeNow() !== placeOf(location) } as const;
  }, [coming, history, location]);
  return (
    <OnTheWay value={way}>
      <Router location={location} navigationType={action} navigator={history}>
        <Pages />
      </Router>
    </OnTheWay>
  );
}
