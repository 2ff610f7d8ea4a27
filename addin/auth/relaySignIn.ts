import { ANSWER, HEARD } from './relayWords.ts';

/** What msal-browser asks of a window that stands between a frame and Microsoft (`auth.popupRelayUri`). */
interface RelayRequest {
  /** Under which the answer is awaited. */
  readonly id: string;
  /** Microsoft's page. */
  readonly url: string;
}

const SIZE = 'width=520,height=640,scrollbars=yes';
/** So long an answer may be on its way to a frame that does not say that it has it. */
const ANSWER_COMES_MS = 2000;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Null where this window was opened for something else. Anybody can write such an address, so nothing in it is trusted. */
export function readRelayRequest(hash: string): RelayRequest | null {
  try {
    const value: unknown = JSON.parse(new URLSearchParams(hash.slice(1)).get('req') ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { id, method, url } = value as Record<string, unknown>;
    return method === 'GET' && isText(id) && isText(url) ? { id, url } : null;
  } catch {
    return null;
  }
}

/** The address that makes a page of ours lead to one of Microsoft's, as msal-browser writes it. */
export const relayAddress = (page: string, url: string): string =>
  `${page}#${new URLSearchParams({ req: JSON.stringify({ id: 'dialog', method: 'GET', url }) }).toString()}`;

interface SignInPlace {
  readonly authority: string;
  readonly authorityMetadata?: string | undefined;
}

/** Where this installation signs people in: a demo says so in the metadata alone. */
function placeOf({ authority, authorityMetadata }: SignInPlace): string {
  if (authorityMetadata === undefined) return authority;
  return (JSON.parse(authorityMetadata) as { readonly authorization_endpoint: string }).authorization_endpoint;
}

/** Whether an address is a page of the place where this installation signs people in. */
export const isOfAuthority = (url: string, place: SignInPlace): boolean =>
  URL.canParse(url) && new URL(url).origin === new URL(placeOf(place)).origin;

/**
 * Browsers want a click for every window, and the one that led here has opened this. The button stays: nobody can tell
 * whether that window was closed, because pages of Microsoft and of companies that sign in themselves may cut the tie to
 * us, and then it counts as closed while the person still types.
 */
function offerPage(url: string, label: string): void {
  const button = document.createElement('button');
  button.textContent = label;
  button.style.cssText =
    'display: block; margin: 40vh auto 0; padding: 12px 24px; font: 600 16px "Segoe UI", Arial, sans-serif';
  button.addEventListener('click', () => window.open(url, 'undersign-sign-in', SIZE));
  document.body.append(button);
  button.focus();
}

interface Relaying {
  readonly request: RelayRequest;
  readonly frame: Window;
  readonly label: string;
}

/**
 * Signs in for a frame inside another site, such as the pane in Outlook on the web. Browsers keep what such a frame and a
 * window of ours say apart, so the answer of Microsoft would never arrive; this window stays beside Microsoft's, hears the
 * answer and hands it to the frame, which alone can make a token of it. Whoever gives up closes this window.
 */
export function relaySignIn({ request, frame, label }: Relaying): void {
  const close = (): void => window.close();
  window.addEventListener('message', ({ data, source }: MessageEvent<{ readonly type?: unknown } | null>) => {
    if (source === frame && data?.type === HEARD) close();
  });
  const channel = new BroadcastChannel(request.id);
  channel.onmessage = ({ data }: MessageEvent<{ readonly payload?: unknown } | null>) => {
    if (data?.payload === undefined) return;
    frame.postMessage({ type: ANSWER, id: request.id, payload: data.payload }, window.location.origin);
    setTimeout(close, ANSWER_COMES_MS);
  };
  offerPage(request.url, label);
}
