import { z } from 'zod';
import type { Settings } from '../../../server/src/contract/manage/settings.ts';

/** The settings as somebody types them: a number half written is no number yet. */
export const settingsFormSchema = z.object({
  autoDisable: z.boolean(),
  autoRemove: z.boolean(),
  isPaused: z.boolean(),
  removeAfterDays: z.string(),
  everyMinutes: z.string(),
  guardCount: z.string(),
  guardPercent: z.string(),
  historyDays: z.string(),
});

export type SettingsForm = Readonly<z.infer<typeof settingsFormSchema>>;

/** What the API accepts. */
export const limits = {
  removeAfterDays: { min: 1, max: 365 },
  everyMinutes: { min: 5, max: 1440 },
  guardCount: { min: 0, max: 1_000_000 },
  guardPercent: { min: 0, max: 100 },
  historyDays: { min: 30, max: 3650 },
} as const;

export type NumberField = keyof typeof limits;
type FieldError = 'whole' | 'range';

export const formOf = ({ guard, ...settings }: Settings): SettingsForm => ({
  autoDisable: settings.autoDisable,
  autoRemove: settings.autoRemove,
  isPaused: settings.isPaused,
  removeAfterDays: String(settings.removeAfterDays),
  everyMinutes: String(settings.everyMinutes),
  guardCount: String(guard.count),
  guardPercent: String(guard.percent),
  historyDays: String(settings.historyDays),
});

/** Null while what is typed is no whole number. */
const wholeNumber = (text: string): number | null => (/^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null);

/** What is wrong with a number, or null. */
export function errorOf(form: SettingsForm, field: NumberField): FieldError | null {
  const value = wholeNumber(form[field]);
  if (value === null) return 'whole';
  const { min, max } = limits[field];
  return value < min || value > max ? 'range' : null;
}

/** The number somebody typed, where it can be used. */
export const numberOf = (form: SettingsForm, field: NumberField): number | null =>
  errorOf(form, field) === null ? wholeNumber(form[field]) : null;

/** The settings to save, or null while something is wrong. */
export function settingsOf(form: SettingsForm): Settings | null {
  const removeAfterDays = numberOf(form, 'removeAfterDays');
  const everyMinutes = numberOf(form, 'everyMinutes');
  const count = numberOf(form, 'guardCount');
  const percent = numberOf(form, 'guardPercent');
  const historyDays = numberOf(form, 'historyDays');
  if (removeAfterDays === null || historyDays === null || everyMinutes === null || count === null || percent === null)
    return null;
  const { autoDisable, autoRemove, isPaused } = form;
  return { autoDisable, autoRemove, removeAfterDays, isPaused, everyMinutes, historyDays, guard: { count, percent } };
}

/** Whether two forms say the same; blanks around a number say nothing. */
export const sameForm = (one: SettingsForm, other: SettingsForm): boolean =>
  (Object.keys(one) as (keyof SettingsForm)[]).every((key) => String(one[key]).trim() === String(other[key]).trim());

/** How many may leave in one sync before departures are held; the same rule as the guard's. */
export const guardLimit = ({ count, percent }: Settings['guard'], activeTeammates: number): number =>
  Math.max(count, Math.floor((activeTeammates * percent) / 100));

const day = 86_400_000;

/** When somebody disabled now would be removed, and until when that could be undone. */
export function removalDates(now: number, removeAfterDays: number): { removed: string; restorable: string } {
  const removed = now + removeAfterDays * day;
  return { removed: new Date(removed).toISOString(), restorable: new Date(removed + 30 * day).toISOString() };
}
