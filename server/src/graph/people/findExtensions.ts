import { z } from 'zod';
import { isDirectoryExtension, type OfferedExtension } from '../../domain/directory/extendedAttributes.ts';
import { AdminActionError } from '../../domain/errors.ts';
import type { GraphCalls } from '../http/graphClient.ts';
import { readCollection } from '../graphPages.ts';
import { orNull } from './orNull.ts';

const extensionSchema = z.object({
  name: z.string(),
  appDisplayName: z.string().nullish(),
  dataType: z.string(),
  targetObjects: z.array(z.string()).default([]),
});

/**
 * Those for people, of every app in the tenant. Takes Directory.Read.All, which nothing else here does; reading their
 * values takes what reading people takes.
 * https://learn.microsoft.com/graph/api/directoryobject-getavailableextensionproperties
 */
export const findExtensions = async (calls: GraphCalls): Promise<readonly OfferedExtension[] | null> => {
  try {
    const found = readCollection(await calls.post('/directoryObjects/getAvailableExtensionProperties', {}));
    return found.value.flatMap(offered).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (error instanceof AdminActionError && error.code === 'permission-missing') return null;
    throw error;
  }
};

const offered = (raw: unknown): readonly OfferedExtension[] => {
  const { name, appDisplayName, dataType, targetObjects } = extensionSchema.parse(raw);
  if (!targetObjects.includes('User') || dataType === 'Binary' || !isDirectoryExtension(name)) return [];
  return [{ name, appDisplayName: orNull(appDisplayName), type: dataType === 'DateTime' ? 'date' : 'text' }];
};
