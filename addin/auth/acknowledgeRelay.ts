import { ANSWER, HEARD } from './relayWords.ts';

interface Answer {
  readonly type?: unknown;
  readonly id?: unknown;
}

const acknowledge = ({ data, origin, source }: MessageEvent<Answer | null>): void => {
  if (origin !== window.location.origin || data?.type !== ANSWER) return;
  source?.postMessage({ type: HEARD, id: data.id }, { targetOrigin: origin });
};

/**
 * Tells the window between this frame and Microsoft that its answer is here, so that it closes no earlier: msal-browser
 * looks now and then whether that window is closed, and takes an answer that comes after that for none. Once is enough.
 */
export const acknowledgeRelay = (): void => window.addEventListener('message', acknowledge);
