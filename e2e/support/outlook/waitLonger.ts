/** Behind the address of the page of the events, where the test lets its time pass by hand. */
export const timed = '#timed';

/**
 * In the page of the events an event may take ten times as long as it may in Outlook, where somebody waits for it. How long
 * that is, is looked at elsewhere, by a clock that stands still; what the answer makes of a mail is looked at here, and must
 * not depend on how fast this machine is. Runs in the window, so everything it needs is inside.
 */
export const waitLonger = (isTimed: string): void => {
  if (!location.pathname.endsWith('/launchevent.html') || location.hash === isTimed) return;
  const usual = window.setTimeout;
  const longer = (work: TimerHandler, after = 0, ...given: unknown[]): number =>
    usual(work, after < 400 ? after : 10 * after, ...given);
  Object.assign(window, { setTimeout: longer });
};
