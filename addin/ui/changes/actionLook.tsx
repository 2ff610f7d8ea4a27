import type { ReactElement } from 'react';
import type { PlanAction } from '../../../server/src/contract/sync/sync.ts';
import {
  PersonAddRegular,
  PersonArrowBackRegular,
  PersonClockRegular,
  PersonDeleteRegular,
  PersonEditRegular,
  PersonProhibitedRegular,
} from '../icons.ts';

export const planActions: readonly PlanAction[] = ['add', 'update', 'enable', 'disable', 'remove', 'hold'];

/** Each action has its own icon too, because colour alone says nothing to many. */
export const actionLook: Readonly<
  Record<PlanAction, { icon: ReactElement; color: 'success' | 'brand' | 'danger' | 'warning' }>
> = {
  add: { icon: <PersonAddRegular />, color: 'success' },
  update: { icon: <PersonEditRegular />, color: 'brand' },
  enable: { icon: <PersonArrowBackRegular />, color: 'success' },
  disable: { icon: <PersonProhibitedRegular />, color: 'danger' },
  remove: { icon: <PersonDeleteRegular />, color: 'danger' },
  hold: { icon: <PersonClockRegular />, color: 'warning' },
};
