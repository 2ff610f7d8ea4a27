import type { Request } from 'express';

/** A proxy that compresses makes the ETag a weak one, and a cache may name several: each still names the same content. */
export const knowsEtag = ({ headers }: Pick<Request, 'headers'>, etag: string): boolean =>
  headers['if-none-match'] === etag ||
  (headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
