import { RequestError, StaleRevision } from '../../domain/errors.ts';

/** Saves, and says in words when somebody else was first. Throws RequestError 409. */
export const saveOver = async (save: () => Promise<number>, message: string): Promise<number> => {
  try {
    return await save();
  } catch (cause) {
    if (!(cause instanceof StaleRevision)) throw cause;
    throw new RequestError(409, 'changed-meanwhile', message, { cause });
  }
};
