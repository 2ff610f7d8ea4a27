import { createHmac, timingSafeEqual } from 'node:crypto';

/** A value handed out now and taken back later, with proof that it is ours: needs no memory, so it outlives a restart. */
export function sealValue(content: object, purpose: string, secret: string): string {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${body}.${proofOf(body, purpose, secret)}`;
}

export function openSealed(text: string, purpose: string, secret: string): unknown {
  const [body = '', proof = ''] = text.split('.');
  const [given, expected] = [Buffer.from(proof), Buffer.from(proofOf(body, purpose, secret))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}

function proofOf(body: string, purpose: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${body}`).digest('base64url');
}
