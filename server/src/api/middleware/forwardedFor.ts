import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address in one entry of `X-Forwarded-For`, without the port that some proxies add (Azure writes `192.0.2.7:50123`,
 * RFC 7239 `[2001:db8::7]:50123`); null for `unknown`, nothing and whatever else is no address.
 */
export const forwardedAddress = (entry: string): string | null => {
  const text = entry.trim().replace(/^"|"$/g, '');
  const bracketed = /^\[([^\]]{1,45})\](?::\d{1,5})?$/.exec(text)?.[1];
  const withPort = /^([\d.]{7,15}):\d{1,5}$/.exec(text)?.[1];
  const address = bracketed ?? withPort ?? text;
  return isIP(address) === 0 ? null : address;
};

/**
 * A caller with another port is the same caller: without this every connection through such a proxy would count as a new
 * one, and no limit would hold. Entries that are no address are left out.
 */
export const cleanForwardedFor = ({ headers }: Pick<IncomingMessage, 'headers'>): void => {
  const said = headers['x-forwarded-for'];
  if (said === undefined) return;
  const addresses = String(said)
    .split(',')
    .map(forwardedAddress)
    .filter((address) => address !== null);
  if (addresses.length === 0) delete headers['x-forwarded-for'];
  else headers['x-forwarded-for'] = addresses.join(', ');
};
