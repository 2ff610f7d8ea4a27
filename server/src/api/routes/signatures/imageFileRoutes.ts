import type { Express, Request, Response } from 'express';
import { RequestError } from '../../../domain/errors.ts';
import { readImageFile, type ImageFile } from '../../../signatures/images/readImageFile.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { knowsEtag } from '../../answers/knowsEtag.ts';
import type { RateLimits } from '../../middleware/rateLimits.ts';

/**
 * What mail programs of recipients ask for, without a token: images of signatures by the hash of their content, cuts of
 * photos, QR codes, icons. The tenant stands in the address because each keeps its own.
 */
export const mountImageFileRoutes = (app: Express, options: ApiOptions, { ofImages }: RateLimits): void => {
  const read = shareUnderWay((path: string) => readImageFile(options, path));
  const serve = async (request: Request, response: Response, asked: Asked): Promise<void> => {
    await ofImages(request, response);
    await send(request, response, asked);
  };

  app.get('/images/icons/:name', (request, response) =>
    serve(request, response, { etag: request.params.name, read: () => read(request.path) }),
  );

  app.get('/images/:tenantId/:id', (request, response) =>
    serve(request, response, { etag: request.params.id, read: () => read(request.path) }),
  );

  app.get('/images/:tenantId/photos/:teammateId/:hash/:cut', (request, response) => {
    const { hash, cut } = request.params;
    return serve(request, response, { etag: `${hash}-${cut}`, read: () => read(request.path) });
  });

  app.get('/images/:tenantId/codes/:of/:mark/:look', (request, response) =>
    serve(request, response, { etag: request.params.mark, read: () => read(request.path) }),
  );
};

interface Asked {
  /** Names the content. */
  readonly etag: string;
  readonly read: () => Promise<ImageFile | null>;
}

/** Every address has one content for ever. */
const send = async (request: Request, response: Response, { etag, read }: Asked): Promise<void> => {
  const file = await read();
  // So that whoever shows old mails, or tries addresses, asks seldom for what is gone.
  if (file === null) {
    response.set('cache-control', 'public, max-age=60');
    throw new RequestError(404, 'not-found', 'There is no such image.');
  }
  response.set({ etag: `"${etag}"`, 'cache-control': 'public, max-age=31536000, immutable' });
  if (knowsEtag(request, `"${etag}"`)) response.status(304).end();
  else response.type(file.contentType).send(file.content);
};

/** A mail to thousands has the same picture asked for thousands of times at once: it is read, and a photo cut, once. */
const shareUnderWay = <T>(make: (name: string) => Promise<T>): ((name: string) => Promise<T>) => {
  const underWay = new Map<string, Promise<T>>();
  return (name) => {
    const shared = underWay.get(name) ?? make(name).finally(() => underWay.delete(name));
    underWay.set(name, shared);
    return shared;
  };
};
