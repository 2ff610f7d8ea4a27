/**
 * `npm run manifest -- --url https://undersign.example.com`: the manifests for this address, checked and written to
 * dist/manifest. `--graph https://graph.microsoft.us` for a national cloud. Without an address: manifest.xml of the
 * repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appPackage } from '../server/src/api/manifest/appPackage.ts';
import { manifestVersion } from '../server/src/api/manifest/environment.ts';
import { unifiedManifest } from '../server/src/api/manifest/unifiedManifest.ts';
import { xmlManifest } from '../server/src/api/manifest/xmlManifest.ts';
import { officeCloudOf } from '../server/src/api/officeCloud.ts';
import { buildIfChanged } from './buildIfChanged.ts';
import { repositoryEnvironment } from './manifest/contentOf.ts';
import { lintUnified } from './manifest/lintUnified.ts';
import { lintXml } from './manifest/lintXml.ts';
import { readBuilt } from './manifest/readBuilt.ts';

const project = join(import.meta.dirname, '..');

const fail = (text: string): never => {
  console.error(text);
  process.exit(1);
};

const originOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '')
    return fail(`--url must be an https address without a path, such as https://undersign.example.com; it is ${text}`);
  return url.origin;
};

const { values } = parseArgs({
  options: { url: { type: 'string' }, graph: { type: 'string', default: 'https://graph.microsoft.com' } },
});
if (!URL.canParse(values.graph)) fail(`--graph must be an address such as https://graph.microsoft.us`);
const environment =
  values.url === undefined
    ? repositoryEnvironment
    : { origin: originOf(values.url), signIn: officeCloudOf(values.graph).signIn };

if (!buildIfChanged()) fail('The add-in could not be built, so there is nothing to check the manifest against.');
const xml = xmlManifest(environment);
const built = readBuilt();
const complaints = [...lintXml(xml, built), ...lintUnified(unifiedManifest(environment), built)];
if (complaints.length > 0) fail(`The manifest is not sound:\n${complaints.join('\n')}`);

const write = (folder: string, files: Readonly<Record<string, string | Buffer>>): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    console.log(`${join(folder, name)}: version ${manifestVersion} for ${environment.origin}`);
  }
};
if (values.url === undefined) write(project, { 'manifest.xml': xml });
else {
  const folder = join(project, 'dist/manifest', new URL(environment.origin).host.replace(':', '-'));
  write(folder, { 'manifest.xml': xml, 'undersign.zip': appPackage(environment, join(project, 'addin/icons')) });
}
