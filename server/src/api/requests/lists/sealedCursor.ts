import { RequestError } from '../../../domain/errors.ts';
import type { SecretBox } from '../../../ports/secretBox.ts';

/** Of one list of one tenant: what is handed out opens nowhere else. */
export interface SealedCursor {
  seal(cursor: string | null): string | null;
  /** Throws RequestError 400 `bad-cursor` for what was not handed out here. */
  open(sealed: string | undefined): string | undefined;
}

/** Links of Microsoft Graph carry a whole query, which nobody outside may read or write. */
export const sealCursor = (box: SecretBox, list: string, tenantId: string): SealedCursor => {
  const purpose = `cursor:${list}:${tenantId}`;
  return {
    seal: (cursor) => (cursor === null ? null : box.seal(purpose, cursor)),
    open: (sealed) => {
      if (sealed === undefined) return undefined;
      const cursor = box.open(purpose, sealed);
      if (cursor === null)
        throw new RequestError(400, 'bad-cursor', 'This page no longer exists. Start again from the first page.');
      return cursor;
    },
  };
};
