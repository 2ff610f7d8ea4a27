import type { SyncSettings } from '../settings/syncSettings.ts';
import type { Teammate } from './teammate.ts';

const day = 24 * 60 * 60_000;

/** Removed people can be brought back for so many days. */
export const restorableDays = 30;

/** When a disabled teammate will be removed; null when that will not happen by itself. */
export const removalDue = (
  { status, disabledAt, departure }: Pick<Teammate, 'status' | 'disabledAt' | 'departure'>,
  { autoRemove, removeAfterDays }: Pick<SyncSettings, 'autoRemove' | 'removeAfterDays'>,
): Date | null =>
  autoRemove && status === 'disabled' && disabledAt !== null && departure === null
    ? new Date(Date.parse(disabledAt) + removeAfterDays * day)
    : null;

/** Who was disabled by this instant is due for removal now; null while nobody is removed by itself. */
export const removalCutoff = (
  { autoRemove, removeAfterDays }: Pick<SyncSettings, 'autoRemove' | 'removeAfterDays'>,
  now: Date,
): Date | null => (autoRemove ? new Date(now.getTime() - removeAfterDays * day) : null);

/** Until when a removed teammate can be brought back; null for everybody else. */
export const restorableUntil = ({ status, removedAt }: Pick<Teammate, 'status' | 'removedAt'>): Date | null =>
  status === 'removed' && removedAt !== null ? new Date(Date.parse(removedAt) + restorableDays * day) : null;
