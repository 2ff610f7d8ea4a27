import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { EventMarks } from '../../../server/src/contract/sync/events.ts';
import type { EventTopic } from '../../../server/src/contract/sync/eventTopics.ts';
import { useApi, useSession } from '../client/ApiContext.tsx';
import { watchEvents, type LiveState } from './watchEvents.ts';

/** What shows something of a topic. What one panel knows, all know. */
const shows: Readonly<Record<EventTopic, readonly QueryKey[]>> = {
  connection: [['connection']],
  selection: [['selection']],
  settings: [['settings']],
  sync: [['sync']],
  runs: [['runs', 'list'], ['teammates'], ['proposals'], ['estimate'], ['me'], ['smart-fields', 'saved']],
};

const refresh = (client: QueryClient, topics: readonly EventTopic[]) =>
  topics.flatMap((topic) => shows[topic]).forEach((queryKey) => void client.invalidateQueries({ queryKey }));

const LiveContext = createContext<LiveState>('asking');

/** Whether changes announce themselves; where they do not, somebody has to ask now and then. */
export const useIsLive = (): boolean => useContext(LiveContext) === 'live';

/** Whether our server does not answer at the moment. */
export const useIsAway = (): boolean => useContext(LiveContext) === 'away';

/**
 * Keeps everything below as fresh as the tenant is, by one stream per window that is looked at. Browsers allow six
 * connections to a server at a time, so a hidden window has none; it learns what it missed when it is looked at again.
 */
export function LiveEvents({ children }: { children: ReactNode }) {
  const api = useApi();
  const client = useQueryClient();
  const isColleague = useSession().role === 'teammate';
  const [state, setState] = useState<LiveState>('asking');
  const isLive = state === 'live';
  const memory = useRef<{ marks: EventMarks | null }>({ marks: null });
  useEffect(() => {
    if (isColleague) return undefined;
    let stop = new AbortController();
    const begin = () => {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      if (document.visibilityState === 'hidden') return;
      const onNews = (topics: readonly EventTopic[]) => refresh(client, topics);
      void watchEvents(api, { signal, memory: memory.current, onNews, onState: setState });
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      document.removeEventListener('visibilitychange', begin);
      stop.abort();
    };
  }, [api, client, isColleague]);
  // The server is here again: what failed while it was away is asked for once more, without anybody's click.
  useEffect(() => {
    if (isLive) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [client, isLive]);
  return <LiveContext value={state}>{children}</LiveContext>;
}
