import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The same for every replica of a version, and another one once the contract is written otherwise. Of its text, because to
 * describe it takes a tenth of a second, which would be a tenth of every start.
 */
export function contractMarkOf(projectDir: string): string {
  const cwd = join(projectDir, 'server/src/contract');
  const files = globSync('**/*.ts', { cwd, exclude: (path) => path.endsWith('.test.ts') }).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(cwd, file)));
  return hash.digest('hex').slice(0, 12);
}
