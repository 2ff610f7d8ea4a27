import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type { ApiOptions } from '../apiOptions.ts';
import { preferCompressed } from '../compressedAssets.ts';
import { worldwideOfficeScript } from '../officeCloud.ts';
import { consentReturnScript } from '../present/consentReturnPage.ts';

/** Where the built handler expects its settings; classic Outlook gives it no location to find them by. */
const settingsPlaceholder = '"__UNDERSIGN_SETTINGS__"';

const oneYear = 'public, max-age=31536000, immutable';
const checkAgain = 'no-cache';

/** Serves the built add-in: hashed files for ever, fixed names checked each time. */
export const mountAddinRoutes = (app: Express, options: ApiOptions): void => {
  const { projectDir, publicUrl, officeCloud } = options;
  const addinDir = join(projectDir, 'dist/addin');
  const launchEvent = launchEventScript(options, addinDir);

  const fixed = (path: string, type: string, body: string): void => {
    app.get(path, (_request, response) => {
      response.type(type).set('cache-control', checkAgain).send(body);
    });
  };
  fixed('/launchevent.js', 'text/javascript', launchEvent);
  fixed('/consent-return.js', 'text/javascript', consentReturnScript);
  if (officeCloud.officeScript !== worldwideOfficeScript) {
    for (const page of ['/taskpane.html', '/launchevent.html']) {
      const html = readFileSync(join(addinDir, page), 'utf8');
      fixed(page, 'text/html', html.replaceAll(worldwideOfficeScript, officeCloud.officeScript));
    }
  }
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
