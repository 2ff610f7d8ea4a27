import { createHash } from 'node:crypto';
import type { Teammate } from '../../domain/teammate/teammate.ts';

/** Changes whenever an override does, and with nothing that a sync does. */
export const overridesRevision = ({ overrides, overrideStamps = {} }: Teammate): string => {
  const sorted = Object.keys(overrides)
    .sort()
    .map((key) => [key, overrides[key], overrideStamps[key]?.at ?? null]);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 16);
};
