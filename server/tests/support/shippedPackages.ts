import { globSync } from 'node:fs';
import { z } from 'zod';
import { repositoryRoot } from './cruise.ts';
import { textOf } from './processes/deployment.ts';

const names = z.record(z.string(), z.string()).default({});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: names,
      optionalDependencies: names,
      peerDependencies: names,
      peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
      license: z.string().default('none'),
    }),
  ),
});

type Packages = z.infer<typeof lockSchema>['packages'];

export interface ShippedPackage {
  /** Such as `@img/sharp-linux-x64`. */
  readonly name: string;
  /** As its `package.json` says it, by the lock file: an SPDX expression, mostly. */
  readonly licence: string;
}

/**
 * Everything that leaves the house: what the server runs with on any platform, and what is bundled into the pages and the
 * event handler, which are development dependencies because they are there before anything is deployed.
 */
export const shippedPackages = (): readonly ShippedPackage[] => {
  const { packages } = lockSchema.parse(JSON.parse(textOf('package-lock.json')));
  const found = new Set<string>();
  const waiting = [...Object.keys(packages['']?.dependencies ?? {}), ...bundledNames()].map((name) => ({
    from: '',
    name,
  }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const path = placeOf(packages, next);
    if (path === null || found.has(path)) continue;
    found.add(path);
    waiting.push(...neededBy(packages, path).map((name) => ({ from: path, name })));
  }
  return [...found].map((path) => ({ name: path.split('node_modules/').at(-1)!, licence: packages[path]!.license }));
};

const neededBy = (packages: Packages, path: string): readonly string[] => {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[path]!;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
};

/** As Node looks for it: beside whoever needs it, then further and further up. Null where it is not installed. */
const placeOf = (
  packages: Packages,
  { from, name }: { readonly from: string; readonly name: string },
): string | null => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (place === '') return null;
  }
};

/** What the sources of the pages import, without their tests. */
const bundledNames = (): readonly string[] => {
  const files = globSync('addin/**/*.{ts,tsx}', { cwd: repositoryRoot });
  const sources = files.filter((path) => !/\.test\.tsx?$|\/testing\//.test(path)).map(textOf);
  const imported = sources.flatMap((text) => [...text.matchAll(/(?:\bfrom |\bimport\()'([^'.][^']*)'/g)]);
  return [...new Set(imported.map(([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name!)![0]))];
};
