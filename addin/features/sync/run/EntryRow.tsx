import type { ReactNode } from 'react';
import type { PlanAction } from '../../../../server/src/contract/sync/sync.ts';
import { ActionBadge } from '../../../ui/changes/ActionBadge.tsx';
import { DisclosureRow, type OpenState } from '../../../ui/lists/DisclosureRow.tsx';

interface EntryRowProps extends OpenState {
  readonly name: string;
  readonly below?: string;
  readonly action: PlanAction;
  readonly words: 'planAction' | 'action';
  readonly children: ReactNode;
}

/** One person of a plan or run; opens to the details. */
export function EntryRow({ action, words, ...row }: EntryRowProps) {
  return <DisclosureRow {...row} badge={<ActionBadge action={action} words={words} />} />;
}
