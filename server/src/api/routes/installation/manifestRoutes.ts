import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import { RequestError } from '../../../domain/errors.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { appPackage } from '../../manifest/appPackage.ts';
import type { Environment } from '../../manifest/environment.ts';
import { unifiedManifest } from '../../manifest/unifiedManifest.ts';
import { xmlManifest } from '../../manifest/xmlManifest.ts';

/** The manifests of this very address: XML, and the unified one alone and as the package that Microsoft 365 takes. */
export const mountManifestRoutes = (
  app: Express,
  { projectDir, publicUrl, officeCloud }: Pick<ApiOptions, 'projectDir' | 'publicUrl' | 'officeCloud'>,
): void => {
  const environment: Environment = { origin: publicUrl, signIn: officeCloud.signIn };
  const serve = (path: string, type: string, make: () => string | Buffer): void => {
    app.get(path, publicUrl.startsWith('https:') ? send(type, make()) : refuseManifest);
  };
  serve('/manifest.xml', 'application/xml', () => xmlManifest(environment));
  serve('/manifest.json', 'application/json', () => JSON.stringify(unifiedManifest(environment), null, 2));
  serve('/undersign.zip', 'application/zip', () => appPackage(environment, join(projectDir, 'addin/icons')));
};

const send =
  (type: string, body: string | Buffer): RequestHandler =>
  (_request, response) => {
    response.type(type).set('cache-control', 'no-cache').send(body);
  };

/** Outlook takes no add-in from an http address, and says so in no words at all. */
const refuseManifest: RequestHandler = () => {
  throw new RequestError(
    409,
    'manifest-needs-https',
    'Outlook takes add-ins from https addresses only, and this server is known by an http one. Set PUBLIC_URL to the https address that people will open, start again, and download the manifest from there.',
  );
};
