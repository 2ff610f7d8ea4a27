import type { Express, Request, Response } from 'express';
import { RequestError } from '../../domain/errors.ts';
import { isSocialNetwork } from '../../domain/design/socialNetworks.ts';
import { readPhotoCut } from '../../signatures/readPhotoCut.ts';
import type { ApiOptions } from '../apiOptions.ts';
import { knowsEtag } from '../knowsEtag.ts';

interface ImageFile {
  readonly contentType: string;
  readonly content: Buffer;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const imageHash = /^[0-9a-f]{64}$/;
const photoHash = /^[\w-]{8,128}$/;
const photoCut = /^(square|round)-(16|32|48|64|80|96|112|128|144|160|176|192|208|224|240)$/;
const iconName = /^([a-z]{1,12})-([0-9a-f]{6})-(\d{2})\.png$/;

/**
 * What mail programs of recipients ask for, without a token: images of signatures by the hash of their content, cuts of
 * photos, icons. The tenant stands in the address because each keeps its own.
 */
export const mountImageFileRoutes = (app: Express, options: ApiOptions): void => {
  const { images } = options.repositories;
  const drawIcon = keepLately((name: string) => readIcon(options, name));

  app.get('/images/icons/:name', (request, response) =>
    send(request, response, { etag: request.params.name, read: () => drawIcon(request.params.name) }),
  );

  app.get('/images/:tenantId/:id', (request, response) => {
    const { tenantId, id } = request.params;
    const read = async (): Promise<ImageFile | null> => {
      if (!guid.test(tenantId) || !imageHash.test(id)) return null;
      const [image, content] = await Promise.all([images.get(tenantId, id), images.content(tenantId, id)]);
      return image === null || content === null ? null : { contentType: image.contentType, content };
    };
    return send(request, response, { etag: id, read });
  });

  app.get('/images/:tenantId/photos/:teammateId/:hash/:cut', (request, response) => {
    const { hash, cut } = request.params;
    return send(request, response, { etag: `${hash}-${cut}`, read: () => readPhoto(options, request.params) });
  });
};

const readPhoto = async (
  options: ApiOptions,
  { tenantId, teammateId, hash, cut }: Readonly<Record<'tenantId' | 'teammateId' | 'hash' | 'cut', string>>,
): Promise<ImageFile | null> => {
  const [, shape, pixels] = photoCut.exec(cut) ?? [];
  if (shape === undefined || ![tenantId, teammateId].every((id) => guid.test(id)) || !photoHash.test(hash)) return null;
  const round = shape === 'round' ? 'round' : 'square';
  return readPhotoCut(options, { tenantId, teammateId, hash, shape: round, pixels: Number(pixels) });
};

const readIcon = async ({ imageEncoder }: ApiOptions, name: string): Promise<ImageFile | null> => {
  const [, network = '', color = '', pixels] = iconName.exec(name) ?? [];
  if (!isSocialNetwork(network)) return null;
  return imageEncoder.drawIcon({ network, color: `#${color}`, pixels: Number(pixels) });
};

interface Asked {
  /** Names the content. */
  readonly etag: string;
  readonly read: () => Promise<ImageFile | null>;
}

/** Every address has one content for ever. */
const send = async (request: Request, response: Response, { etag, read }: Asked): Promise<void> => {
  const file = await read();
  if (file === null) throw new RequestError(404, 'not-found', 'There is no such image.');
  response.set({ etag: `"${etag}"`, 'cache-control': 'public, max-age=31536000, immutable' });
  if (knowsEtag(request, `"${etag}"`)) response.status(304).end();
  else response.type(file.contentType).send(file.content);
};

/** Drawn seldom, asked for often: the last few hundred, a kilobyte each. */
const keepLately = <T>(make: (name: string) => Promise<T>): ((name: string) => Promise<T>) => {
  const kept = new Map<string, T>();
  return async (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = await make(name);
    kept.set(name, made);
    const [oldest] = kept.keys();
    if (kept.size > 300 && oldest !== undefined) kept.delete(oldest);
    return made;
  };
};
