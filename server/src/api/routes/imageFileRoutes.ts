import type { Express } from 'express';
import { RequestError } from '../../domain/errors.ts';
import type { ApiOptions } from '../apiOptions.ts';
import { knowsEtag } from '../knowsEtag.ts';

/** What mail programs of recipients ask for: without a token, by a name that only the content has, for ever the same. */
const oneYear = 'public, max-age=31536000, immutable';

const idPattern = /^[0-9a-f]{64}$/;
const tenantPattern = /^[0-9a-f-]{36}$/;

/** `/images/{tenant}/{hash}`: images that signatures show. The tenant stands in it because each keeps its own. */
export const mountImageFileRoutes = (
  app: Express,
  { repositories: { images } }: Pick<ApiOptions, 'repositories'>,
): void => {
  app.get('/images/:tenantId/:id', async (request, response) => {
    const { tenantId, id } = request.params;
    const isName = tenantPattern.test(tenantId) && idPattern.test(id);
    const image = isName ? await images.get(tenantId, id) : null;
    if (image === null) throw noImage();
    response.set({ etag: `"${id}"`, 'cache-control': oneYear });
    if (knowsEtag(request, `"${id}"`)) {
      response.status(304).end();
      return;
    }
    const content = await images.content(tenantId, id);
    if (content === null) throw noImage();
    response.type(image.contentType).send(content);
  });
};

const noImage = (): RequestError => new RequestError(404, 'not-found', 'There is no such image.');
