import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { declarations } from './declare/collections.ts';
import { keysFingerprint, uniqueKeys, type AnyDeclaration } from './declare/declaration.ts';
import { newestShape } from './migrate/schemaState.ts';
import { keysAtNewest, migrations } from './migrations.ts';

const fingerprintOf = (declaration: AnyDeclaration): string =>
  createHash('sha256')
    .update(`${keysFingerprint(declaration)} ${[...uniqueKeys(declaration)].sort().join(' ')}`)
    .digest('hex')
    .slice(0, 8);

const howTo = `
Derived keys are not those that were recorded with the newest migration. While a new release comes in, replicas of the
version before go on writing documents with the keys they know, so a change of keys is a change of shape:
  1. add to \`migrations\` a keysMigration(NEXT, 'what changed', [the collections that are named below]);
  2. record NEXT and the keys of today in \`keysAtNewest\`, beside it.
A collection that is new or gone needs the second step alone.
`;

describe('migrations', () => {
  test('are numbered one after the other from 1', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('come with every change of derived keys', () => {
    const found = {
      migration: newestShape({ product: '', migrations }),
      keys: Object.fromEntries(declarations.map((one) => [one.name, fingerprintOf(one)])),
    };
    // Thrown rather than expected, because it is the text that helps.
    const changed = Object.keys({ ...found.keys, ...keysAtNewest.keys }).filter(
      (name) => found.keys[name] !== keysAtNewest.keys[name],
    );
    if (changed.length > 0)
      throw new Error(`${howTo}${changed.map((name) => `  ${name}: ${found.keys[name]}`).join('\n')}`);
    expect(keysAtNewest).toEqual(found);
  });
});
