import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import { RequestError } from '../../domain/errors.ts';
import type { ApiOptions } from '../apiOptions.ts';
import { preferCompressed } from '../compressedAssets.ts';
import { consentReturnScript } from '../present/consentReturnPage.ts';

/** Where the built handler expects its settings; classic Outlook gives it no location to find them by. */
const settingsPlaceholder = '"__UNDERSIGN_SETTINGS__"';
/** The address the manifest in the repository is written for. */
const manifestOrigin = 'https://localhost:3000';

const oneYear = 'public, max-age=31536000, immutable';
const checkAgain = 'no-cache';

/** Serves the built add-in: hashed files for ever, fixed names checked each time. */
export const mountAddinRoutes = (app: Express, options: ApiOptions): void => {
  const { projectDir, publicUrl } = options;
  const addinDir = join(projectDir, 'dist/addin');
  const launchEvent = launchEventScript(options, addinDir);
  const manifest = readFileSync(join(projectDir, 'manifest.xml'), 'utf8').replaceAll(manifestOrigin, publicUrl);

  const fixed = (path: string, type: string, body: string): void => {
    app.get(path, (_request, response) => {
      response.type(type).set('cache-control', checkAgain).send(body);
    });
  };
  fixed('/launchevent.js', 'text/javascript', launchEvent);
  fixed('/consent-return.js', 'text/javascript', consentReturnScript);
  if (publicUrl.startsWith('https:')) fixed('/manifest.xml', 'application/xml', manifest);
  else app.get('/manifest.xml', refuseManifest);
  // Classic Outlook lets the handler fetch and sign in only when its exact address is listed here.
  // https://learn.microsoft.com/office/dev/add-ins/develop/use-sso-in-event-based-activation
  fixed(
    '/.well-known/microsoft-officeaddins-allowed.json',
    'application/json',
    JSON.stringify({ allowed: [`${publicUrl}/launchevent.js`] }),
  );
  app.use('/icons', express.static(join(projectDir, 'addin/icons'), { index: false, maxAge: '1d' }));
  app.use('/assets', preferCompressed(addinDir));
  app.use(
    express.static(addinDir, {
      index: 'index.html',
      cacheControl: false,
      setHeaders: (response: Response, path: string) => {
        response.setHeader('cache-control', path.includes('/assets/') ? oneYear : checkAgain);
      },
    }),
  );
};

/** Outlook takes no add-in from an http address, and says so in no words at all. */
const refuseManifest = (): never => {
  throw new RequestError(
    409,
    'manifest-needs-https',
    'Outlook takes add-ins from https addresses only, and this server is known by an http one. Set PUBLIC_URL to the https address that people will open, start again, and download the manifest from there.',
  );
};

const launchEventScript = ({ publicUrl, publicConfig }: ApiOptions, addinDir: string): string => {
  const { clientId, authority, knownAuthorities, authorityMetadata, cloudDiscoveryMetadata, apiScope } = publicConfig;
  const settings = {
    origin: publicUrl,
    clientId,
    authority,
    knownAuthorities,
    authorityMetadata,
    cloudDiscoveryMetadata,
    apiScope,
  };
  const built = readFileSync(join(addinDir, 'launchevent.js'), 'utf8');
  if (!built.includes(settingsPlaceholder)) throw new Error('The built launchevent.js has no place for its settings.');
  return built.replaceAll(settingsPlaceholder, () => JSON.stringify(JSON.stringify(settings)));
};
