import { createHash } from 'node:crypto';
import { manifestVersion, type Environment } from '../../server/src/api/manifest/environment.ts';
import { translations } from '../../server/src/api/manifest/manifestTexts.ts';
import { unifiedManifest, unifiedTexts } from '../../server/src/api/manifest/unifiedManifest.ts';
import { xmlManifest } from '../../server/src/api/manifest/xmlManifest.ts';

/** Where manifest.xml in the repository says that Undersign is. */
export const repositoryEnvironment: Environment = {
  origin: 'https://localhost:3000',
  signIn: ['https://login.microsoftonline.com'],
};

/** Tells whether what manifests say has changed, whatever their version. */
export const contentOf = (): string => {
  const xml = xmlManifest(repositoryEnvironment).replace(`<Version>${manifestVersion}.0</Version>`, '');
  const unified = { ...unifiedManifest(repositoryEnvironment), version: null };
  const texts = Object.values(translations).map((translation) =>
    unifiedTexts(repositoryEnvironment, translation.texts),
  );
  return createHash('sha256')
    .update(JSON.stringify([xml, unified, texts]))
    .digest('hex')
    .slice(0, 12);
};
