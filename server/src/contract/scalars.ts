import { z } from 'zod';

/** Directory object ids are GUIDs, kept in lower case so that they compare as text. */
export const objectId = z.guid().overwrite((id) => id.toLowerCase());

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();
