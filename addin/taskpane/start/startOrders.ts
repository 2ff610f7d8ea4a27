import { asConsentOutcome, type ConsentOutcome } from '../../../server/src/contract/manage/consentOutcome.ts';

export interface StartOrders {
  /** Sign in on this page at once. */
  readonly signIn: boolean;
  /** How a consent that took over the whole page ended. */
  readonly consent: ConsentOutcome | null;
}

/** What the query of an address asks the pane to do first. Unknown values are ignored: anybody can make up a link. */
export function readStartOrders(address: string): StartOrders {
  const query = new URL(address).searchParams;
  return { signIn: query.get('signin') === 'page', consent: asConsentOutcome(query.get('consent')) };
}

/** Reads the orders and takes them out of the address, so that a reload does not repeat them. */
export function takeStartOrders(): StartOrders {
  const orders = readStartOrders(window.location.href);
  const isAsked = orders.signIn || orders.consent !== null;
  if (isAsked && typeof window.history.replaceState === 'function') {
    window.history.replaceState(null, '', window.location.pathname + window.location.hash);
  }
  return orders;
}

/** The same address with the order to sign in on the page itself. */
export function withSignInOrder(address: string): string {
  const url = new URL(address);
  url.searchParams.set('signin', 'page');
  return url.href;
}
