import { createHash } from 'node:crypto';

/** Paging tokens: opaque to clients, and damage is noticed. */
export function sealToken(content: object): string {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${checksum(body)}${body}`;
}

/** @returns undefined when this is no token of any simulator. */
export function openToken(token: string): unknown {
  const body = token.slice(CHECK_LENGTH);
  if (body === '' || checksum(body) !== token.slice(0, CHECK_LENGTH)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}

const CHECK_LENGTH = 10;

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, CHECK_LENGTH);
}
