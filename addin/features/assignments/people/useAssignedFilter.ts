import type { AssignedFilter } from '../../../../server/src/contract/signatures/assigned.ts';
import { composeTypeSchema, type ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';

/** Who is shown: everybody, or those of one rule or signature, as one word of the address. */
export interface AssignedView {
  readonly rule: string;
  readonly signature: string;
  readonly only: '' | 'none' | 'otherwise';
  readonly on: ComposeType;
  readonly search: string;
}

export interface AssignedState {
  /** As it is chosen and typed. */
  readonly view: AssignedView;
  readonly setView: (view: AssignedView) => void;
  /** As it is asked for. */
  readonly filter: AssignedFilter;
}

const onlyOf = (address: URLSearchParams): AssignedView['only'] =>
  (['none', 'otherwise'] as const).find((name) => name === address.get('only')) ?? '';

const viewOf = (address: URLSearchParams): AssignedView => ({
  rule: address.get('rule')?.slice(0, 40) ?? '',
  signature: address.get('signature')?.slice(0, 40) ?? '',
  only: onlyOf(address),
  on: composeTypeSchema.safeParse(address.get('on')).data ?? 'newMail',
  search: address.get('search')?.slice(0, 120) ?? '',
});

const orUndefined = (value: string): string | undefined => (value === '' ? undefined : value);

/** Of those with a signature, who is shown: kept in the address, which is how other pages lead here. */
export function useAssignedFilter(): AssignedState {
  const [view, setView, visit] = useFromAddress(viewOf);
  const search = useSettled(view.search, { visit }).trim();
  const on = view.on === 'newMail' ? '' : view.on;
  useKeptInAddress({ rule: view.rule, signature: view.signature, only: view.only, on: on, search: search });
  const filter = {
    composeType: view.on,
    ruleId: orUndefined(view.rule),
    signatureId: orUndefined(view.signature),
    ...(view.only === '' ? {} : { [view.only]: '1' as const }),
    search: orUndefined(search),
  };
  return { view, setView, filter };
}
