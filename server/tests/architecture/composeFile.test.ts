import { describe, expect, test } from '@jest/globals';
import { knownVariables, readComposition, textOf, type Service } from '../support/processes/deployment.ts';

const { services, networks, volumes, secrets } = readComposition();
const named = (pattern: RegExp): readonly (readonly [string, Service])[] =>
  Object.entries(services).filter(([name]) => pattern.test(name));
const replicas = named(/^api-/);
const databases = named(/^mongo-\d/);

describe('compose.yaml', () => {
  test('runs two replicas of one image that differ in nothing, and three databases', () => {
    expect(replicas).toHaveLength(2);
    expect(new Set(replicas.map(([, replica]) => JSON.stringify(replica))).size).toBe(1);
    expect(replicas[0]?.[1]).toMatchObject({ build: '.', networks: ['front', 'data'] });
    expect(databases).toHaveLength(3);
  });

  test('gives nobody more than needed', () => {
    for (const [name, one] of Object.entries(services)) {
      expect([name, one]).toEqual([
        name,
        expect.objectContaining({
          read_only: true,
          privileged: false,
          cap_drop: ['ALL'],
          cap_add: name === 'proxy' ? ['NET_BIND_SERVICE'] : [],
          security_opt: ['no-new-privileges:true'],
        }),
      ]);
      if (one.image.startsWith('mongo:')) expect([name, one.user]).toEqual([name, 'mongodb']);
    }
  });

  test('lets the world reach the proxy alone, and the databases reach nothing', () => {
    expect(Object.entries(services).filter(([, { ports }]) => ports.length > 0)).toEqual([
      ['proxy', services['proxy']],
    ]);
    expect(networks['data']?.internal).toBe(true);
    for (const [, { networks: joined }] of databases) expect(joined).toEqual(['data']);
    expect(services['proxy']?.networks).toEqual(['front']);
  });

  test('pins what others made to a release', () => {
    for (const [name, { image }] of Object.entries(services))
      if (!name.startsWith('api-')) expect(image).toMatch(/^(caddy|mongo):\d+\.\d+(\.\d+)?(-\w+)?$/);
  });

  test('tells the replicas only what the configuration knows, and secrets only as files', () => {
    for (const [, { environment, secrets: given }] of replicas) {
      expect(Object.keys(environment).filter((name) => !knownVariables.includes(name))).toEqual([]);
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      expect(files.map(([, path]) => path).sort()).toEqual(given.map((name) => `/run/secrets/${name}`).sort());
      for (const name of ['DATABASE_URL', 'ENCRYPTION_KEY', 'ENTRA_CLIENT_SECRET']) {
        expect(environment).toHaveProperty(`${name}_FILE`);
        expect(environment).not.toHaveProperty(name);
      }
      // Behind the proxy everybody would share one limit of requests otherwise.
      expect(environment['TRUSTED_PROXIES']).toBe('uniquelocal');
    }
  });

  test('declares each secret and volume that is used, and keeps the secrets out of the repository', () => {
    const used = Object.values(services).flatMap((one) => one.secrets);
    expect([...new Set(used)].sort()).toEqual(Object.keys(secrets).sort());
    for (const [name, { file }] of Object.entries(secrets)) expect(file).toBe(`./deploy/secrets/${name}`);
    expect(textOf('.gitignore').split('\n')).toContain('deploy/secrets/');
    const mounted = Object.values(services)
      .flatMap((one) => one.volumes)
      .map((volume) => volume.split(':')[0]!)
      .filter((source) => !source.startsWith('.'));
    expect(mounted.sort()).toEqual(Object.keys(volumes).sort());
  });

  test('starts each after what it needs, when that is ready', () => {
    const healthy = (list: readonly (readonly [string, Service])[]) =>
      Object.fromEntries(list.map(([name]) => [name, { condition: 'service_healthy' }]));
    expect(services['mongo-init']?.depends_on).toEqual(healthy(databases));
    for (const [, { depends_on: needed }] of replicas)
      expect(needed).toEqual({ 'mongo-init': { condition: 'service_completed_successfully' } });
    expect(services['proxy']?.depends_on).toEqual(healthy(replicas));
    for (const [, { healthcheck }] of [...databases, ...named(/^proxy$/)]) expect(healthcheck?.test?.[0]).toBe('CMD');
    expect(services['mongo-init']?.restart).toBe('no');
  });

  test('has a proxy that knows every replica, and holds no stream back', () => {
    const caddyfile = textOf('deploy/proxy/Caddyfile');
    const upstreams = /^\treverse_proxy (.*) \{$/m.exec(caddyfile)?.[1]?.split(' ');
    expect(upstreams).toEqual(replicas.map(([name]) => `${name}:3000`));
    expect(caddyfile).toMatch(/health_uri \/health\/ready/);
    expect(caddyfile).toMatch(/@pages not path \/api\/\*.*\n\tencode @pages /);
  });

  test('protects the databases by a key among them', () => {
    for (const [, { command }] of databases)
      expect(command[0]).toMatch(/exec mongod --replSet undersign --keyFile \/tmp\/keyfile /);
  });
});
