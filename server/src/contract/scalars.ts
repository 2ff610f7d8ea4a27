import { z } from 'zod';

/** Directory object ids are GUIDs, kept in lower case so that they compare as text. */
export const objectId = z.guid().overwrite((id) => id.toLowerCase());

/** What Microsoft said, for wording a problem in the reader's language: its number and its sentence. */
export const saidValues = z.record(z.string(), z.string()).optional();

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Words; each must match from its first letter on. */
export const searchParameter = z.string().trim().max(120).optional();
