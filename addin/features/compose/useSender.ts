import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useTeammates } from '../../api/people/teammatesApi.ts';
import { firstSender } from './firstSender.ts';
import type { Sender } from './sender.ts';

interface ChosenSender {
  /** Null until it is known whom to start with. */
  readonly sender: Sender | null;
  readonly choose: (sender: Sender) => void;
  /** The API renders somebody else's signature for administrators only. */
  readonly canChoose: boolean;
}

/** Who writes: the one picked, else `?from=` (a teammate's id or address), else the reader, else the first teammate. */
export function useSender(): ChosenSender {
  const { user, role } = useSession();
  const [parameters] = useSearchParams();
  const [picked, setPicked] = useState<Sender | null>(null);
  const canChoose = role === 'admin';
  const wanted = canChoose ? parameters.get('from') : null;
  const search = wanted?.includes('@') ? wanted : '';
  const { data, isLoading } = useTeammates({ search, status: undefined, enabled: canChoose });
  const self = { id: user.id, name: user.displayName, address: user.userPrincipalName };
  const teammates = data?.pages.flatMap((page) => page.items) ?? [];
  const first = isLoading ? null : firstSender({ wanted, self, teammates });
  return { sender: picked ?? first, choose: setPicked, canChoose };
}
