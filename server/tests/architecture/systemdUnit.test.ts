import { describe, expect, test } from '@jest/globals';
import { knownVariables, readUnit, textOf } from '../support/processes/deployment.ts';

const unit = readUnit('deploy/undersign.service');

describe('deploy/undersign.service', () => {
  test.each([
    ['DynamicUser', 'yes'],
    ['StateDirectory', 'undersign'],
    ['StateDirectoryMode', '0700'],
    ['UMask', '0077'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['Restart', 'on-failure'],
    ['KillMode', 'mixed'],
  ])('%s is %s', (name, value) => {
    expect(unit.get(name)).toEqual([value]);
  });

  test('a wrong configuration is not started again; main.ts ends with that code', () => {
    expect(unit.get('RestartPreventExitStatus')).toEqual(['78']);
    expect(textOf('server/src/main.ts')).toMatch(/config: 78/);
  });

  test('the engine may compile while it runs', () => {
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false);
  });

  test('the server is told only what the configuration knows, and secrets only as credentials', () => {
    const given = (unit.get('Environment') ?? []).map((text) => text.split('='));
    expect(given.map(([name]) => name!).filter((name) => !knownVariables.includes(name))).toEqual([]);
    const credentials = (unit.get('LoadCredential') ?? []).map((text) => `%d/${text.split(':')[0]!}`);
    const files = given.filter(([name]) => name?.endsWith('_FILE')).map(([, path]) => path);
    expect(files.sort()).toEqual(credentials.sort());
    expect(files).toHaveLength(2);
    expect(given).toContainEqual(['DATA_DIR', '%S/undersign']);
  });

  test('it starts what npm ci puts there', () => {
    expect(unit.get('ExecStart')).toEqual(['/opt/undersign/node_modules/node/bin/node server/src/main.ts']);
    expect(unit.get('WorkingDirectory')).toEqual(['/opt/undersign']);
  });
});
