import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Connection, ConsentRequest } from '../../../server/src/contract/manage/connection.ts';
import { asConsentOutcome, type ConsentOutcome } from '../../../server/src/contract/manage/consentOutcome.ts';
import { useConsentLink } from '../../api/manage/connectionApi.ts';

const channelName = 'undersign-consent';

/** Null for whatever else is said on that channel. */
const outcomeIn = (message: unknown): ConsentOutcome | null =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  message.type === channelName &&
  'outcome' in message
    ? asConsentOutcome(message.outcome)
    : null;

type Aim = ConsentRequest['aim'];

export interface Consent {
  /** What is asked for. */
  readonly aim: Aim;
  readonly isWaiting: boolean;
  /** The window seems to be closed. Microsoft's page may cut the tie to us, so an answer can still come. */
  readonly isClosed: boolean;
  /** Microsoft's page, where a frame may open no window: it cannot go there itself, because Microsoft's pages refuse to be framed. */
  readonly link: string | null;
  readonly outcome: ConsentOutcome | null;
  readonly error: unknown;
  readonly isStarting: boolean;
  /** Call it inside a click; opens Microsoft's page in a window. When windows are blocked, in this one or by a `link`. */
  readonly start: (aim?: Aim) => Promise<void>;
  readonly startOnThisPage: (aim?: Aim) => Promise<void>;
  readonly stopWaiting: () => void;
}

const openWindow = () => window.open('about:blank', channelName, 'popup,width=560,height=760');

/** Nothing tells that a window was closed, so it is looked at now and then. */
function useIsClosed(opened: Window | null): boolean {
  const subscribe = useCallback((listener: () => void) => {
    const timer = setInterval(listener, 500);
    return () => clearInterval(timer);
  }, []);
  return useSyncExternalStore(subscribe, () => opened?.closed === true);
}

/**
 * What the window says at its end. A frame in another site hears no channel of ours, so there the window tells whoever
 * opened it; where Microsoft's page has cut that tie, the channel is heard.
 */
function useToldOutcome(onTold: (outcome: ConsentOutcome) => void): void {
  useEffect(() => {
    const hear = ({ data }: MessageEvent<unknown>) => {
      const told = outcomeIn(data);
      if (told !== null) onTold(told);
    };
    const hearWindow = (event: MessageEvent<unknown>) => {
      if (event.origin === window.location.origin) hear(event);
    };
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = hear;
    window.addEventListener('message', hearWindow);
    return () => {
      channel.close();
      window.removeEventListener('message', hearWindow);
    };
  }, [onTold]);
}

const isFramed = () => window.top !== window;

/** What a consent changes. A refused one changes nothing but when that was, which a mere check of what was granted changes too. */
const momentOf = ({ state, checkedAt, grantedPermissions }: Connection): string => {
  const hasNothing = state === 'notConnected' || state === 'refused';
  return [state, ...grantedPermissions, hasNothing ? checkedAt : ''].join();
};

/** Of a refusal the connection itself tells the reason. */
const outcomeOf = ({ state }: Connection): ConsentOutcome | null =>
  state === 'connected' || state === 'granting' || state === 'incomplete' ? state : null;

interface Wait {
  readonly aim: Aim;
  readonly popup: Window | null;
  readonly link: string | null;
  /** The connection as it was when this began. */
  readonly before: string;
}

/** A tenant that never connected is followed by nobody, so that its page has to look by itself. Milliseconds. */
const lookEvery = 3000;

/** What is waited for, and how the last one ended. Where no window is heard, a connection that has changed tells it. */
function useWait(initial: ConsentOutcome | null, connection: Connection) {
  const queries = useQueryClient();
  const [wait, setWait] = useState<Wait | null>(null);
  const [outcome, setOutcome] = useState(initial);
  // To let people be signed in changes nothing about the connection.
  if (wait?.aim === 'directory' && wait.before !== momentOf(connection)) {
    setWait(null);
    setOutcome(outcomeOf(connection));
  }
  const end = useCallback(
    (told: ConsentOutcome) => {
      setWait(null);
      setOutcome(told);
      void queries.invalidateQueries();
    },
    [queries],
  );
  useToldOutcome(end);
  const isLooking = wait?.aim === 'directory';
  useEffect(() => {
    if (!isLooking) return undefined;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['connection'] }), lookEvery);
    return () => clearInterval(timer);
  }, [isLooking, queries]);
  const stop = () => {
    setWait(null);
    void queries.invalidateQueries({ queryKey: ['connection'] });
  };
  return { wait, setWait, outcome, setOutcome, stop };
}

/**
 * The admin consent at Entra and how it ended. The window must be opened before anything is awaited, or browsers take it
 * for an advertisement.
 */
export function useConsent(initial: ConsentOutcome | null, connection: Connection): Consent {
  const { mutateAsync, error, isPending } = useConsentLink();
  const { wait, setWait, outcome, setOutcome, stop } = useWait(initial, connection);
  const isClosed = useIsClosed(wait?.popup ?? null);
  const begin = async (popup: Window | null, aim: Aim) => {
    setOutcome(null);
    const leaves = popup === null && !isFramed();
    try {
      const { url } = await mutateAsync({ returnTo: leaves ? 'page' : 'popup', aim });
      if (leaves) window.location.assign(url);
      else popup?.location.assign(url);
      setWait(leaves ? null : { aim, popup, link: popup ? null : url, before: momentOf(connection) });
    } catch {
      // The mutation keeps the error for the page; an empty window would only be in the way.
      popup?.close();
    }
  };
  return {
    aim: wait?.aim ?? 'directory',
    isWaiting: wait !== null,
    isClosed,
    link: wait?.link ?? null,
    outcome,
    error,
    isStarting: isPending,
    start: (wanted = 'directory') => begin(openWindow(), wanted),
    startOnThisPage: (wanted = 'directory') => begin(null, wanted),
    stopWaiting: stop,
  };
}
