import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** What the build compressed is sent as it is to those who take it; a file that was not is sent plain. */
export const preferCompressed = (addinDir: string): RequestHandler => {
  const folder = join(addinDir, 'assets');
  const files = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const found = encodings.find(
      ([encoding, ending]) => files.has(name + ending) && request.acceptsEncodings(encoding) !== false,
    );
    // Also where the plain file goes out: what a cache in between keeps depends on who asked.
    response.vary('accept-encoding');
    if (found !== undefined) {
      request.url = `/${name}${found[1]}`;
      response.set('content-encoding', found[0]).type('text/javascript');
    }
    next();
  };
};
