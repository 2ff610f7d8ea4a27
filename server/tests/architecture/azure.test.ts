import { describe, expect, test } from '@jest/globals';
import { secretVariables } from '../../src/config/configSchema.ts';
import { knownVariables, textOf } from '../support/processes/deployment.ts';

const bicep = textOf('deploy/azure/main.bicep');
/** One word after another, so that it does not matter how it is laid out. */
const flat = bicep.replaceAll(/\s+/g, ' ');
const variables = [...flat.matchAll(/name: '([A-Z_]+)' (value|secretRef): '?([\w-]+)/g)].map(
  ([, name = '', kind = '', given = '']) => ({ name, kind, given }),
);
const secrets = new Map([...flat.matchAll(/name: '([a-z-]+)' value: (\w+)/g)].map(([, name, from]) => [name, from]));

/** Nothing compiles it here: this holds what can be told from its text. */
describe('deploy/azure/main.bicep', () => {
  test('tells the replicas only what the configuration knows, and all that it needs', () => {
    const names = variables.map(({ name }) => name);
    expect(names.filter((name) => !knownVariables.includes(name))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['PUBLIC_URL', 'ENTRA_CLIENT_ID', 'DATABASE_URL', 'ENCRYPTION_KEY', 'TRUSTED_PROXIES']),
    );
  });

  test('hands secrets over as secrets, from parameters that are kept out of logs', () => {
    for (const { name, kind, given } of variables) {
      const isSecret = (secretVariables as readonly string[]).includes(name);
      expect([name, kind]).toEqual([name, isSecret ? 'secretRef' : 'value']);
      if (isSecret) expect(flat).toContain(`@secure() param ${secrets.get(given) ?? given} string`);
    }
  });

  test('closes what it opens, and asks the addresses that say how it is', () => {
    for (const [open, close] of ['{}', '[]', '()'].map((pair) => [...pair] as [string, string]))
      expect([open, bicep.split(open).length]).toEqual([open, bicep.split(close).length]);
    expect(new Set([...bicep.matchAll(/path: '(.*)'/g)].map(([, path]) => path))).toEqual(
      new Set(['/health/live', '/health/ready']),
    );
  });
});
