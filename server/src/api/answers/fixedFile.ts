import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { knowsEtag } from './knowsEtag.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best there is takes a second for the event handler; this is within a percent of it. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** What is too small gains nothing. */
const leastBytes = 1000;

type Encoding = 'br' | 'gzip' | 'identity';

/** Each made once, when the first asks for it. */
const encodedBy = (body: Buffer): ((encoding: Encoding) => Promise<Buffer>) => {
  const made = new Map<Encoding, Promise<Buffer>>();
  const make = { br: () => brotli(body, quality), gzip: () => zip(body), identity: () => Promise.resolve(body) };
  return (encoding) => {
    const known = made.get(encoding) ?? make[encoding]();
    made.set(encoding, known);
    return known;
  };
};

/**
 * Serves a file whose name stays and whose content is known when the server starts: asked for anew each time, sent only
 * to those who do not have it, and compressed for those who take that.
 */
export const fixedFile = (type: string, text: string): RequestHandler => {
  const body = Buffer.from(text, 'utf8');
  const encoded = encodedBy(body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return async (request, response) => {
    response.type(type).set({ 'cache-control': 'no-cache', etag, vary: 'accept-encoding' });
    if (knowsEtag(request, etag)) {
      response.status(304).end();
      return;
    }
    const accepted = body.length < leastBytes ? 'identity' : request.acceptsEncodings('br', 'gzip', 'identity');
    const encoding: Encoding = accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
    if (encoding !== 'identity') response.set('content-encoding', encoding);
    response.send(await encoded(encoding));
  };
};

/** The same of what is large, or made with some effort, and mostly never asked for: read or made when the first asks. */
export const fixedWhenAsked = (type: string, make: () => string): RequestHandler => {
  let serve: RequestHandler | null = null;
  return (request, response, next) => {
    serve ??= fixedFile(type, make());
    return serve(request, response, next);
  };
};
