import { ANSWER, HEARD } from './relayWords.ts';

/** What msal-browser asks of a window that stands between a frame and Microsoft (`auth.popupRelayUri`). */
interface RelayRequest {
  /** Under which the answer is awaited. */
  readonly id: string;
  /** Microsoft's page. */
  readonly url: string;
}

const SIZE = 'width=520,height=640,scrollbars=yes';
const LOOK_AGAIN_MS = 500;
/** So long an answer may be on its way: after Microsoft's window has closed, or to a frame that does not say that it has it. */
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

/** Browsers want a click for every window, and the one that led here has opened this. */
function openPage(url: string, label: string): Promise<Window> {
  const button = document.createElement('button');
  button.textContent = label;
  button.style.cssText =
    'display: block; margin: 40vh auto 0; padding: 12px 24px; font: 600 16px "Segoe UI", Arial, sans-serif';
  document.body.append(button);
  button.focus();
  return new Promise((resolve) => {
    button.addEventListener('click', () => {
      const page = window.open(url, 'undersign-sign-in', SIZE);
      if (page) resolve(page);
    });
  });
}

interface Relaying {
  readonly request: RelayRequest;
  readonly frame: Window;
  readonly label: string;
}

/**
 * Signs in for a frame inside another site, such as the pane in Outlook on the web. Browsers keep what such a frame and a
 * window of ours say apart, so the answer of Microsoft would never arrive; this window stays beside Microsoft's, hears the
 * answer and hands it to the frame, which alone can make a token of it.
 */
export async function relaySignIn({ request, frame, label }: Relaying): Promise<void> {
  const answer = (message: { readonly payload: unknown } | { readonly error: string }): void => {
    const close = (): void => window.close();
    window.addEventListener('message', ({ data, source }: MessageEvent<{ readonly type?: unknown } | null>) => {
      if (source === frame && data?.type === HEARD) close();
    });
    frame.postMessage({ type: ANSWER, id: request.id, ...message }, window.location.origin);
    setTimeout(close, ANSWER_COMES_MS);
  };
  const channel = new BroadcastChannel(request.id);
  channel.onmessage = ({ data }: MessageEvent<{ readonly payload?: unknown } | null>) => {
    if (data?.payload !== undefined) answer({ payload: data.payload });
  };
  const page = await openPage(request.url, label);
  // The answer is sent before that window closes itself, but a busy computer may bring the news of that first.
  const watch = setInterval(() => {
    if (!page.closed) return;
    clearInterval(watch);
    setTimeout(() => answer({ error: 'user_cancelled' }), ANSWER_COMES_MS);
  }, LOOK_AGAIN_MS);
}
