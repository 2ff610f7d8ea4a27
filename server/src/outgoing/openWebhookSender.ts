import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { SendFailure, SendResult, WebhookRequest, WebhookSender } from '../ports/webhookSender.ts';
import { openAddressGuard } from './publicAddress.ts';

export interface WebhookSenderOptions {
  /** Networks besides the Internet that the operator opened. */
  readonly networks: readonly string[];
  readonly userAgent: string;
  /** An answer that takes longer is none: receivers take in first and work later. Milliseconds. */
  readonly patience?: number;
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

class AddressRefused extends Error {
  readonly code = 'address-refused';
}

/**
 * Names are resolved once for each connection, every address is checked, and the connection goes to the checked ones: a name
 * that answers otherwise a moment later leads nowhere else. A name with one address that is refused is refused.
 */
export const openWebhookSender = ({ networks, userAgent, patience = 10_000 }: WebhookSenderOptions): WebhookSender => {
  const isAllowed = openAddressGuard(networks);
  const guarded: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const problem = error ?? refusalOf(addresses, isAllowed);
      if (problem !== null) done(problem, '');
      else if (options.all === true) done(null, addresses);
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
  return {
    check: (text) => checkAddress(text, { isAllowed, guarded }),
    send: async (order, signal) => {
      const url = new URL(order.url);
      const failure = refusedAsWritten(url, isAllowed);
      const ends = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      return failure === null ? attempt(order, { guarded, userAgent, signal: ends }) : { failure };
    },
  };
};

const refusalOf = (addresses: readonly LookupAddress[], isAllowed: (address: string) => boolean) =>
  addresses.length > 0 && addresses.every(({ address }) => isAllowed(address)) ? null : new AddressRefused();

interface Guard {
  readonly isAllowed: (address: string) => boolean;
  readonly guarded: LookupFunction;
}

/** What needs no look-up: the scheme, a password in it, and an address in the place of a name, which Node never looks up. */
const refusedAsWritten = (url: URL, isAllowed: Guard['isAllowed']): SendFailure | null => {
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '') return 'address-refused';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isAllowed(host) ? 'address-refused' : null;
};

const checkAddress = async (text: string, { isAllowed, guarded }: Guard): Promise<SendFailure | null> => {
  const url = new URL(text);
  const failure = refusedAsWritten(url, isAllowed);
  if (failure !== null || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return failure;
  return new Promise((resolve) => {
    guarded(url.hostname, { all: true }, (error) => {
      resolve(error === null ? null : failureOf(error));
    });
  });
};

interface Attempt {
  readonly guarded: LookupFunction;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const attempt = (
  { url, headers, body }: WebhookRequest,
  { guarded, userAgent, signal }: Attempt,
): Promise<SendResult> =>
  new Promise((resolve) => {
    const options: RequestOptions = {
      method: 'POST',
      // A connection of its own: a kept one was checked for another moment.
      agent: false,
      lookup: guarded,
      signal,
      headers: { ...headers, 'user-agent': userAgent, 'content-length': Buffer.byteLength(body) },
    };
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const request = send(url, options, (response) => {
      resolve({ status: response.statusCode ?? 0 });
      // What it says is nobody's business here, and might never end.
      response.destroy();
    });
    // To change the protocol is told here alone: without this, neither an answer nor an error would ever come.
    request.once('upgrade', (response, socket) => {
      resolve({ status: response.statusCode ?? 0 });
      socket.destroy();
    });
    request.once('error', (error) => {
      resolve({ failure: failureOf(error) });
    });
    request.end(body);
  });

const failures: Readonly<Record<string, SendFailure>> = {
  'address-refused': 'address-refused',
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-unknown',
  ABORT_ERR: 'timeout',
};

const failureOf = (error: Error): SendFailure => {
  const code = String(Reflect.get(error, 'code') ?? '');
  const isAboutCertificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL/.test(code);
  return failures[code] ?? (isAboutCertificate ? 'certificate' : 'unreachable');
};
