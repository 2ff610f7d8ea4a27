import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ConsentRequest } from '../../../server/src/contract/manage/connection.ts';
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
  /** What was asked for last. */
  readonly aim: Aim;
  readonly isWaiting: boolean;
  /** The window seems to be closed. Microsoft's page may cut the tie to us, so an answer can still come. */
  readonly isClosed: boolean;
  readonly outcome: ConsentOutcome | null;
  readonly error: unknown;
  readonly isStarting: boolean;
  /** Call it inside a click; opens Microsoft's page in a window, or in this one when windows are blocked. */
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
 * The admin consent at Entra and how it ended. The window must be opened before anything is awaited, or browsers take it
 * for an advertisement; its answer arrives on a BroadcastChannel because Microsoft's page cuts the tie to its opener.
 */
export function useConsent(initial: ConsentOutcome | null): Consent {
  const queries = useQueryClient();
  const { mutateAsync, error, isPending } = useConsentLink();
  const [isWaiting, setIsWaiting] = useState(false);
  const [outcome, setOutcome] = useState(initial);
  const [aim, setAim] = useState<Aim>('directory');
  const [opened, setOpened] = useState<Window | null>(null);
  const isClosed = useIsClosed(isWaiting ? opened : null);

  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = outcomeIn(data);
      if (told === null) return;
      setIsWaiting(false);
      setOutcome(told);
      void queries.invalidateQueries();
    };
    return () => channel.close();
  }, [queries]);

  const begin = useCallback(
    async (popup: Window | null, wanted: Aim) => {
      setOutcome(null);
      setAim(wanted);
      try {
        const { url } = await mutateAsync({ returnTo: popup ? 'popup' : 'page', aim: wanted });
        (popup ?? window).location.assign(url);
        setOpened(popup);
        setIsWaiting(popup !== null);
      } catch {
        // The mutation keeps the error for the page; an empty window would only be in the way.
        popup?.close();
      }
    },
    [mutateAsync],
  );

  return {
    aim,
    isWaiting,
    isClosed,
    outcome,
    error,
    isStarting: isPending,
    start: (wanted = 'directory') => begin(openWindow(), wanted),
    startOnThisPage: (wanted = 'directory') => begin(null, wanted),
    stopWaiting: () => {
      setIsWaiting(false);
      void queries.invalidateQueries({ queryKey: ['connection'] });
    },
  };
}
