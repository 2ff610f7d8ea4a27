import { hasConnected } from '../domain/connection/connection.ts';
import { readingOf } from '../domain/reading/readingOf.ts';
import { RequestError } from '../domain/errors.ts';
import type { DirectoryReader } from '../ports/directory/directoryReader.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { ApiOptions } from './apiOptions.ts';

/**
 * The directory of a connected tenant; `inFull`: people with the attributes that were taken into use. Throws RequestError 409
 * `not-connected` otherwise.
 */
export const openConnectedDirectory = async (
  { repositories, openDirectory }: Pick<ApiOptions, 'repositories' | 'openDirectory'>,
  tenantId: string,
  { inFull = false }: { readonly inFull?: boolean } = {},
): Promise<DirectoryReader> => {
  await requireConnected({ repositories }, tenantId);
  const { attributes, omitted } = readingOf((await repositories.fieldSettings.get(tenantId)).value);
  return openDirectory(tenantId, { omitted, ...(inFull && { attributes }), isUrgent: true });
};

/** An incomplete connection passes: what it can read it may read, and Graph refuses the rest by name. */
export const requireConnected = async (
  { repositories }: Pick<ApiOptions, 'repositories'>,
  tenantId: string,
): Promise<void> => {
  const state = (await repositories.connections.get(tenantId))?.value.state ?? 'notConnected';
  if (state === 'connected' || state === 'incomplete') return;
  throw notConnected();
};

/** Throws the same for a tenant that is not connected now and never was. */
export const requirePlace = async (
  { repositories }: Pick<ApiOptions, 'repositories'>,
  tenantId: string,
): Promise<void> => {
  if (!(await hasPlace({ repositories }, tenantId))) throw notConnected();
};

export const hasPlace = async (
  { repositories }: Pick<ApiOptions, 'repositories'>,
  tenantId: string,
): Promise<boolean> => {
  const found = await repositories.connections.get(tenantId);
  return found !== null && hasConnected(found.value);
};

/**
 * Throws RequestError 409 `tenant-erasing` while everything that is kept of the tenant is being erased. Every request asks,
 * so it is read again only after something of the tenant was stored, whichever replica stored it.
 */
export const openErasureGate = ({
  tenantErasures,
  changeMark,
}: Pick<Repositories, 'tenantErasures' | 'changeMark'>): ((tenantId: string) => Promise<void>) => {
  const known = new Map<string, { readonly mark: string; readonly isErasing: boolean }>();
  const isErasing = async (tenantId: string): Promise<boolean> => {
    const mark = await changeMark(tenantId);
    const kept = known.get(tenantId);
    if (mark !== null && kept?.mark === mark) return kept.isErasing;
    const found = (await tenantErasures.get(tenantId)) !== null;
    if (mark !== null) known.set(tenantId, { mark, isErasing: found });
    return found;
  };
  return async (tenantId) => {
    if (!(await isErasing(tenantId))) return;
    const message = 'Everything that is kept of your tenant is being erased. It can connect anew in a few minutes.';
    throw new RequestError(409, 'tenant-erasing', message);
  };
};

const notConnected = (): RequestError =>
  new RequestError(409, 'not-connected', 'The tenant is not connected. Give consent on the Connect page first.');
