import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const stampFile = join(project, 'dist/.built-from');

/** All that a build reads. The lock file stands for node_modules. */
const inputs = ['addin', 'server/src', 'package-lock.json', 'webpack.config.js', '.swcrc', 'tsconfig.json'];

const filesOf = (path: string): readonly string[] => {
  const entries = readdirSync(join(project, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
};

const stampOfInputs = (): string => {
  const hash = createHash('sha256');
  const files = inputs.flatMap((path) => (/\./.test(path) ? [join(project, path)] : filesOf(path)));
  for (const file of files.filter((path) => !/\.test\.tsx?$/.test(path)).sort()) {
    hash
      .update(`${file.slice(project.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
};

/** Builds the add-in where what it is built from is not what it was. False when the build failed; webpack says why. */
export const buildIfChanged = (): boolean => {
  const stamp = stampOfInputs();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  console.log('Building the add-in; this takes some seconds, once.');
  const webpack = join(project, 'node_modules/webpack/bin/webpack.js');
  const { status } = spawnSync(process.execPath, [webpack, '--mode', 'production'], { cwd: project, stdio: 'inherit' });
  if (status !== 0) return false;
  writeFileSync(stampFile, stamp);
  return true;
};
