import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPage, environmentExample } from './configurationDocs.ts';

/** `npm run docs:config`: writes what people read about the configuration from the schema the program checks it by. */
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/configuration.md'), configurationPage());
writeFileSync(join(root, '.env.example'), environmentExample());
