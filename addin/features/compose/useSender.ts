import { useSession } from '../../api/client/ApiContext.tsx';
import { useTeammates } from '../../api/people/teammatesApi.ts';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { firstSender } from './firstSender.ts';
import type { Sender } from './sender.ts';

interface ChosenSender {
  /** Null until it is known whom to start with. */
  readonly sender: Sender | null;
  readonly choose: (sender: Sender) => void;
  /** The API renders somebody else's signature for administrators only. */
  readonly canChoose: boolean;
}

const chosenIn = (address: URLSearchParams): { readonly asked: string | null; readonly picked: Sender | null } => ({
  asked: address.get('from'),
  picked: null,
});

/** Whom the address asks for or somebody picked, kept in the address. */
function useChosen() {
  const [chosen, setChosen] = useFromAddress(chosenIn);
  useKeptInAddress({ from: chosen.asked ?? '' });
  return [chosen, setChosen] as const;
}

/** Who writes: the one picked, else `?from=` (a teammate's id or address), else the reader, else the first teammate. */
export function useSender(): ChosenSender {
  const { user, role } = useSession();
  const canChoose = role === 'admin';
  const [{ asked, picked }, setChosen] = useChosen();
  const wanted = canChoose ? asked : null;
  const search = wanted?.includes('@') ? wanted : '';
  const { data, isLoading } = useTeammates({ search, status: undefined, enabled: canChoose });
  const self = { id: user.id, name: user.displayName, address: user.userPrincipalName };
  const teammates = data?.pages.flatMap((page) => page.items) ?? [];
  const first = isLoading ? null : firstSender({ wanted, self, teammates });
  return { sender: picked ?? first, choose: (next) => setChosen({ asked: next.address, picked: next }), canChoose };
}
