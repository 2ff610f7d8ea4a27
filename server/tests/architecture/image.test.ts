import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { cruise, repositoryRoot, type CruiseReport } from '../support/cruise.ts';
import { copiedFiles, isInContext, knownVariables, readDockerfile, textOf } from '../support/processes/deployment.ts';

const packageJson = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));
const programs = [
  'server/src/main.ts',
  'server/src/commands/doctorMain.ts',
  'server/src/commands/transferMain.ts',
  'simulator/main.ts',
];
const stages = readDockerfile();
const final = stages.at(-1)!;
/** What the image has of the repository as it is. */
const program = stages.find(({ name }) => name === 'program');
const programFiles = program === undefined ? [] : copiedFiles(program);
const stepsOf = (keyword: string) => final.steps.filter((step) => step.keyword === keyword);

describe('the image', () => {
  /** What the programs load, looked at once. */
  let modules: CruiseReport['modules'];
  beforeAll(async () => {
    ({ modules } = await cruise(programs));
  });

  test('is based on one version of Node, the one that npm brings elsewhere', () => {
    const images = stages.map(({ image }) => image).filter((image) => !stages.some(({ name }) => name === image));
    expect([...new Set(images)]).toEqual([`node:${packageJson.dependencies['node']!}-bookworm-slim`]);
  });

  test('runs as somebody who is not root, who owns neither program nor libraries', () => {
    const [user, ...others] = stepsOf('USER');
    expect(others).toEqual([]);
    expect(user?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(final.steps.slice(final.steps.indexOf(user!)).map(({ keyword }) => keyword)).not.toContain('RUN');
    for (const { text } of stepsOf('COPY')) expect(text).not.toContain('--chown');
  });

  test('says how it is and stops when told, without a shell in between', () => {
    const [health] = stepsOf('HEALTHCHECK');
    expect(health?.text).toMatch(/CMD \["node", .*\/health\/ready/);
    expect(stepsOf('STOPSIGNAL').map(({ text }) => text)).toEqual(['SIGTERM']);
    expect(stepsOf('ENTRYPOINT').map(({ text }) => text)).toEqual(['["node", "server/src/main.ts"]']);
  });

  test.each([
    [200, 0],
    [503, 1],
  ])('is asked how it is without an outgoing proxy: after %i the check ends with %i', async (status, code) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const [, written] = /CMD (\[.*\])$/.exec(stepsOf('HEALTHCHECK')[0]!.text)!;
    const [, ...words] = z.array(z.string()).parse(JSON.parse(written!));
    // Nothing listens at the port of the proxy.
    const proxy = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' };
    const asking = spawn(process.execPath, words, { env: { PORT: String(port), ...proxy }, stdio: 'inherit' });
    try {
      expect(await once(asking, 'exit')).toEqual([code, null]);
    } finally {
      server.close();
    }
  });

  test('holds no secret, and fetches nothing but packages by the lock file', () => {
    const steps = stages.flatMap((stage) => stage.steps);
    expect(steps.filter(({ keyword }) => keyword === 'ADD' || keyword === 'ARG')).toEqual([]);
    for (const { text } of steps.filter(({ keyword }) => keyword === 'ENV')) {
      const names = [...text.matchAll(/(\w+)=/g)].map(([, name]) => name);
      expect(names.filter((name) => !knownVariables.includes(name!))).toEqual([]);
      expect(text).not.toMatch(/SECRET|KEY|DATABASE_URL/);
    }
    for (const { text } of steps.filter(({ keyword }) => keyword === 'RUN'))
      expect(text).toMatch(/^(npm ci .*--ignore-scripts|node node_modules\/webpack|install -d |chmod -R a\+rX \.$)/);
    for (const path of ['.env', '.git/config', 'data/undersign.db', 'deploy/secrets/encryption_key', 'node_modules/a'])
      expect([path, isInContext(path)]).toEqual([path, false]);
  });

  test('can be read by who runs in it, also where nobody else could read the clone it was built from', () => {
    expect(copiedFiles(final)).toEqual([]);
    expect(program?.steps.at(-1)).toMatchObject({ keyword: 'RUN', text: 'chmod -R a+rX .' });
    expect(stepsOf('COPY').map(({ text }) => text)).toContain('--from=program /app ./');
  });

  test('copies what is there and let through', () => {
    for (const stage of stages)
      for (const path of copiedFiles(stage)) {
        expect([path, existsSync(join(repositoryRoot, path)), isInContext(path)]).toEqual([path, true, true]);
      }
  });

  test('has every file that the build of the pages loads or names', async () => {
    const build = await cruise(['webpack.config.js']);
    const loaded = build.modules.map(({ source }) => source).filter((source) => !/node_modules|^node:/.test(source));
    const own = loaded.filter((source) => existsSync(join(repositoryRoot, source)));
    const named = own.flatMap((path) =>
      [...textOf(path).matchAll(/'(?:\.\/)?((?:addin|scripts|server)\/[\w./-]+)'/g)].map(([, name]) => name!),
    );
    const needed = [...own, ...named.filter((path) => existsSync(join(repositoryRoot, path)))];
    expect(needed).toEqual(expect.arrayContaining(['webpack.config.js', 'scripts/webpack/thirdPartyNotices.js']));
    const copied = copiedFiles(stages.find(({ name }) => name === 'build')!);
    const isCopied = (path: string) => copied.some((from) => path === from || path.startsWith(`${from}/`));
    expect(needed.filter((path) => !isCopied(path) || !isInContext(path))).toEqual([]);
  });

  test('has every file that server and demo load, and no test', () => {
    const own = modules.map(({ source }) => source).filter((source) => /^(server|simulator)\//.test(source));
    const isCopied = (path: string) => programFiles.some((from) => path === from || path.startsWith(`${from}/`));
    expect(own.length).toBeGreaterThan(200);
    expect(own.filter((path) => !isCopied(path) || !isInContext(path))).toEqual([]);
    for (const path of ['package.json', 'addin/icons']) expect(programFiles).toContain(path);
    const tests = globSync('{server/src,simulator}/**/*.test.ts', { cwd: repositoryRoot });
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter(isInContext)).toEqual([]);
  });

  test('installs every library they load, and none that only builds or tests', () => {
    const loaded = modules.map(({ source }) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
    const libraries = [...new Set(loaded.filter((name) => name !== undefined))];
    expect(libraries.filter((name) => !(name in packageJson.dependencies))).toEqual([]);
    // Node comes with the image; mongoose is for those who set DATABASE_URL; swagger-ui-dist is sent to browsers as it is.
    const others = ['node', 'mongoose', 'swagger-ui-dist'];
    const idle = Object.keys(packageJson.dependencies).filter((name) => ![...libraries, ...others].includes(name));
    expect(idle).toEqual([]);
    expect(final.steps.map(({ text }) => text)).toContain('--from=libraries /app/node_modules node_modules');
    const install = stages.find(({ name }) => name === 'libraries')?.steps[0]?.text;
    expect(install).toMatch(/^npm ci --omit=dev /);
  });
});
