import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { useMe } from '../../api/manage/sessionApi.ts';
import { useTeammate, useTeammates } from '../../api/people/teammatesApi.ts';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { firstSender, idIn } from './firstSender.ts';
import type { Sender } from './sender.ts';

interface ChosenSender {
  /** Null until it is known whom to start with. */
  readonly sender: Sender | null;
  readonly choose: (sender: Sender) => void;
  /** Whoever makes no signatures is shown their own. */
  readonly canChoose: boolean;
}

const chosenIn = (address: URLSearchParams): { readonly asked: string | null; readonly picked: Sender | null } => ({
  asked: address.get('from') || null,
  picked: null,
});

/** Whom the address asks for or somebody picked, kept in the address. */
function useChosen() {
  const [chosen, setChosen] = useFromAddress(chosenIn);
  useKeptInAddress({ from: chosen.asked ?? '' });
  return [chosen, setChosen] as const;
}

const isAddress = (wanted: string | null): wanted is string => wanted?.includes('@') === true;

/** Of whom the address names by it, or else of the reader where they are a teammate. Null: of nobody; undefined until that is known. */
function useNamedId(wanted: string | null): string | null | undefined {
  const me = useMe();
  if (wanted !== null) return idIn(wanted);
  return me.isPending ? undefined : (me.data?.teammateId ?? null);
}

/** Who has that id: the same. */
function useNamed(wanted: string | null, enabled: boolean): TeammateSummary | null | undefined {
  const id = useNamedId(wanted);
  const { data, isPending } = useTeammate(enabled ? (id ?? null) : null);
  if (id === null || id === undefined) return id;
  return isPending ? undefined : (data ?? null);
}

/** Those whose address it may be, or else the first there are. Undefined until that is known. */
function useListed(wanted: string | null, enabled: boolean): readonly TeammateSummary[] | undefined {
  const search = isAddress(wanted) ? wanted : '';
  const { data, isLoading, isPlaceholderData } = useTeammates({ search, status: undefined, enabled });
  return isLoading || isPlaceholderData ? undefined : (data?.pages.flatMap((page) => page.items) ?? []);
}

function useCandidates(wanted: string | null, enabled: boolean): readonly TeammateSummary[] | undefined {
  const named = useNamed(wanted, enabled);
  const listed = useListed(wanted, enabled && named === null);
  if (!enabled) return [];
  return named === null ? listed : named && [named];
}

/** Who writes: the one picked, else `?from=` (a teammate's id or address), else the reader, else the first teammate. */
export function useSender(): ChosenSender {
  const { user } = useSession();
  const canChoose = useMayDesign();
  const [{ asked, picked }, setChosen] = useChosen();
  const wanted = canChoose ? asked : null;
  const teammates = useCandidates(wanted, canChoose);
  const self = { id: user.id, name: user.displayName, address: user.userPrincipalName };
  const first = teammates === undefined ? null : firstSender({ wanted, self, teammates });
  return { sender: picked ?? first, choose: (next) => setChosen({ asked: next.address, picked: next }), canChoose };
}
