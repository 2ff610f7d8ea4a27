import { z } from 'zod';

/** How the sync behaves. Off means off. */
export const settingsSchema = z
  .object({
    autoDisable: z
      .boolean()
      .describe('Disable teammates who leave the scope. Off: they stay active, marked as out of scope.'),
    autoRemove: z.boolean().describe('Remove teammates who have been disabled for removeAfterDays.'),
    removeAfterDays: z
      .number('must be a number of days')
      .int('must be whole days')
      .min(1, 'must be at least 1 day')
      .max(365, 'must be at most 365 days'),
    isPaused: z.boolean().describe('Nothing is synced by itself while paused.'),
    everyMinutes: z
      .number('must be a number of minutes')
      .int('must be whole minutes')
      .min(5, 'must be at least 5 minutes')
      .max(1440, 'must be at most 1440 minutes, which is a day'),
    guard: z.object({
      count: z.number().int().min(0).max(1_000_000).describe('So many departures always pass.'),
      percent: z.number().int().min(0).max(100).describe('Or this share of the active teammates, when that is more.'),
    }),
    historyDays: z
      .number('must be a number of days')
      .int('must be whole days')
      .min(30, 'must be at least 30 days')
      .max(3650, 'must be at most 3650 days, which is ten years')
      .describe('Changes and runs older than this are forgotten, but for the last change of each field of a teammate.'),
  })
  .meta({ id: 'Settings' });

export const savedSettingsSchema = z
  .object({ settings: settingsSchema, revision: z.number().int() })
  .meta({ id: 'SavedSettings' });

/** What a program that is older than a setting leaves out stays as it is. */
export const putSettingsSchema = z
  .object({
    settings: settingsSchema.partial({ historyDays: true }).meta({ id: 'PutSettingsValues' }),
    revision: z.number().int().min(0),
  })
  .meta({ id: 'PutSettings' });

export type Settings = z.infer<typeof settingsSchema>;
export type SavedSettings = z.infer<typeof savedSettingsSchema>;
