import type { Request } from 'express';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a form was sent by one of our own pages. Browsers name the origin of every POST, and a page elsewhere cannot lie
 * about it; a name that merely resolves to this machine is not ours either.
 */
export function isSameOrigin(request: Request): boolean {
  const host = request.get('host') ?? '';
  const origin = request.get('origin') ?? '';
  return LOOPBACK.test(host) && URL.canParse(origin) && new URL(origin).host === host;
}
