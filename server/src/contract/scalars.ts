import { z } from 'zod';

/** Directory object ids are GUIDs, kept in lower case so that they compare as text. */
export const objectId = z.guid().overwrite((id) => id.toLowerCase());

/** What Microsoft said, for wording a problem in the reader's language: its number and its sentence. */
export const saidValues = z.record(z.string(), z.string()).optional();

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Words; each must match from its first letter on. */
export const searchParameter = z.string().trim().max(120).optional();

export const localDate = z.iso.date();

export const timeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'Name a time zone such as Europe/Amsterdam.');
