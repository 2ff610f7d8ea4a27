import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type { ApiOptions } from '../../apiOptions.ts';
import { preferCompressed } from '../../answers/compressedAssets.ts';
import { fixedFile } from '../../answers/fixedFile.ts';
import { worldwideOfficeScript } from '../../officeCloud.ts';
import { consentReturnScript } from '../../present/consentReturnPage.ts';

/** Where the built handler, and the page around it, expect the settings: it must not have to look for them. */
const settingsPlaceholder = '"__UNDERSIGN_SETTINGS__"';

const oneYear = 'public, max-age=31536000, immutable';
const checkAgain = 'no-cache';

/** Serves the built add-in: hashed files for ever, fixed names checked each time. */
export const mountAddinRoutes = (app: Express, options: ApiOptions): void => {
  const { projectDir, publicUrl, officeCloud } = options;
  const addinDir = join(projectDir, 'dist/addin');
  const settings = JSON.stringify(handlerSettings(options));

  const fixed = (path: string, type: string, body: string): void => {
    app.get(path, fixedFile(type, body));
  };
  fixed('/launchevent.js', 'text/javascript', filledIn(addinDir, 'launchevent.js', JSON.stringify(settings)));
  const ofCloud = (html: string): string => html.replaceAll(worldwideOfficeScript, officeCloud.officeScript);
  const handlerPage = filledIn(addinDir, 'launchevent.html', quoteAttribute(settings));
  fixed('/launchevent.html', 'text/html', ofCloud(handlerPage));
  for (const name of ['taskpane.html', 'auth-dialog.html'])
    fixed(`/${name}`, 'text/html', ofCloud(readFileSync(join(addinDir, name), 'utf8')));
  fixed('/consent-return.js', 'text/javascript', consentReturnScript);
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

const handlerSettings = ({ publicUrl, publicConfig }: ApiOptions) => {
  const { clientId, authority, knownAuthorities, authorityMetadata, cloudDiscoveryMetadata, apiScope } = publicConfig;
  return {
    origin: publicUrl,
    clientId,
    authority,
    knownAuthorities,
    authorityMetadata,
    cloudDiscoveryMetadata,
    apiScope,
  };
};

const quoteAttribute = (text: string): string =>
  `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/** The built file with the settings where it expects them; `quoted` as its language quotes text. */
const filledIn = (addinDir: string, name: string, quoted: string): string => {
  const built = readFileSync(join(addinDir, name), 'utf8');
  if (!built.includes(settingsPlaceholder)) throw new Error(`The built ${name} has no place for its settings.`);
  return built.replaceAll(settingsPlaceholder, () => quoted);
};
