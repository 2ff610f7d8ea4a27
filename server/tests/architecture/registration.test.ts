import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { requiredPermissions, unitPermission } from '../../src/domain/connection/connection.ts';
import { ownScope } from '../../src/identity/ownScope.ts';
import { OWN_SCOPE } from '../../../simulator/entra/scopes.ts';
import { repositoryRoot } from '../support/cruise.ts';

const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const [, steps = ''] = /## 1\. Register the application(.*?)The same as a script/s.exec(textOf('docs/deploy.md')) ?? [];

/** What the script sends is in registerApp.test.ts. */
describe('the app registration that the clicks of docs/deploy.md make', () => {
  test('has the scope that the program, and the simulator, ask for', () => {
    expect(OWN_SCOPE).toBe(ownScope);
    for (const word of [`\`${ownScope}\``, '_Add a client', '`api://CLIENT-ID`']) expect(steps).toContain(word);
  });

  test('is led back to the pages there are, and lets Outlook sign people in', () => {
    for (const address of [
      'https://YOUR-HOST/api/connection/consent/callback',
      'https://YOUR-HOST/auth-redirect.html',
      'https://YOUR-HOST/',
      'brk-multihub://YOUR-HOST',
    ])
      expect(steps).toContain(address);
    expect(textOf('addin/auth/msalConfiguration.ts')).toContain('/auth-redirect.html');
  });

  test('asks for the permissions that are read', () => {
    for (const name of [...requiredPermissions, unitPermission]) expect(steps).toContain(`\`${name}\``);
  });
});
