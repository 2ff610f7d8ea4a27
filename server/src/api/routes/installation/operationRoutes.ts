import type { Express } from 'express';
import { openApiDocument } from '../../../contract/openApi.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { RateLimits } from '../../middleware/rateLimits.ts';
import { mountApiDocs } from './apiDocsRoutes.ts';

/** For operators and tools: is it alive, can it work, what does it offer. */
export const mountOperationRoutes = (app: Express, options: ApiOptions, limits: RateLimits): void => {
  const { publicConfig, projectDir, publicUrl } = options;
  const { version } = publicConfig;

  app.get('/health/live', (_request, response) => {
    response.json({ status: 'ok', version });
  });
  app.get('/health/ready', async (_request, response) => {
    try {
      await options.checkStorage();
      response.json({ status: 'ok', sync: options.work.state() });
    } catch (error) {
      options.logger.error({ msg: 'not ready', err: error });
      response.status(503).json({ status: 'storage-unavailable' });
    }
  });
  mountApiDocs(app, {
    projectDir,
    describe: () => openApiDocument(publicUrl, version),
    count: async (request, response, next) => {
      await limits.byAddress(request, response);
      next();
    },
  });
};
