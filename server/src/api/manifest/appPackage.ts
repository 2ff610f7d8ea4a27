import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { translations } from './manifestTexts.ts';
import { packedIcons, unifiedManifest, unifiedTexts } from './unifiedManifest.ts';
import { zipFile } from './zipFile.ts';

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The unified manifest with its languages and icons, as Microsoft 365 takes it. */
export const appPackage = (environment: Environment, iconFolder: string): Buffer =>
  zipFile({
    'manifest.json': json(unifiedManifest(environment)),
    ...Object.fromEntries(
      Object.entries(translations).map(([language, { texts }]) => [
        `${language}.json`,
        json(unifiedTexts(environment, texts)),
      ]),
    ),
    [packedIcons.color]: readFileSync(join(iconFolder, 'icon-192.png')),
    [packedIcons.outline]: readFileSync(join(iconFolder, 'outline-32.png')),
  });
