import { useRouteError } from 'react-router';
import { Crash } from '../shell/Crash.tsx';

/** What is shown instead of a page that the router could not bring; apart, so that nobody waits for a router to sign in. */
export function RouteCrash() {
  return <Crash error={useRouteError()} />;
}
