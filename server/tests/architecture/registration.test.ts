import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { requiredPermissions, unitPermission } from '../../src/domain/connection/connection.ts';
import { ownScope } from '../../src/identity/ownScope.ts';
import { OWN_SCOPE } from '../../../simulator/entra/scopes.ts';
import { repositoryRoot } from '../support/cruise.ts';

const page = readFileSync(join(repositoryRoot, 'docs/deploy.md'), 'utf8');
const [, steps = '', script = ''] =
  /## 1\. Register the application(.*?)The same as a script(.*?)\*\*An app for/s.exec(page) ?? [];

/** https://learn.microsoft.com/graph/permissions-reference: the ids under which applications ask. */
const ids: Readonly<Record<string, string>> = {
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  'AdministrativeUnit.Read.All': '134fd756-38ce-4afd-ba33-e9623dbe66c2',
};

/** A body of a request in the script, as its shell would send it. */
const bodyWith = (key: string): unknown => {
  const bodies = [...script.matchAll(/--body "(\{.*?\})"\)?\s*\n/gs)].map(([, body = '']) =>
    body.replaceAll('\\"', '"'),
  );
  const body = bodies.find((one) => one.includes(`"${key}"`));
  if (body === undefined) throw new Error(`The script sends nothing with ${key}.`);
  return JSON.parse(body);
};

const application = z.object({
  web: z.object({ redirectUris: z.array(z.string()) }),
  spa: z.object({ redirectUris: z.array(z.string()) }),
  requiredResourceAccess: z.array(z.object({ resourceAccess: z.array(z.object({ id: z.string() })) })),
  api: z.object({
    requestedAccessTokenVersion: z.number(),
    oauth2PermissionScopes: z.array(
      z.object({ id: z.string(), value: z.string(), type: z.string(), isEnabled: z.boolean() }),
    ),
  }),
});
const afterwards = z.object({
  identifierUris: z.array(z.string()),
  api: z.object({
    preAuthorizedApplications: z.array(z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) })),
  }),
});

describe('the app registration that docs/deploy.md makes', () => {
  const made = application.parse(bodyWith('signInAudience'));
  const changed = afterwards.parse(bodyWith('identifierUris'));

  test('has the scope that the program, and the simulator, ask for, and trusts itself with it', () => {
    expect(OWN_SCOPE).toBe(ownScope);
    const [scope] = made.api.oauth2PermissionScopes;
    expect(scope).toMatchObject({ value: ownScope, type: 'User', isEnabled: true });
    expect(changed.api.preAuthorizedApplications).toEqual([{ appId: '$ID', delegatedPermissionIds: [scope?.id] }]);
    expect(changed.identifierUris).toEqual(['api://$ID']);
    for (const word of [`\`${ownScope}\``, '_Add a client', '`api://CLIENT-ID`']) expect(steps).toContain(word);
  });

  test('is led back to the pages there are, and lets Outlook sign people in', () => {
    const callback = 'https://$HOST/api/connection/consent/callback';
    expect(made.web.redirectUris).toEqual([callback]);
    expect(made.spa.redirectUris).toEqual([
      'https://$HOST/auth-redirect.html',
      'https://$HOST/',
      'brk-multihub://$HOST',
    ]);
    for (const address of [callback, ...made.spa.redirectUris])
      expect(steps).toContain(address.replace('$HOST', 'YOUR-HOST'));
    const code = readFileSync(join(repositoryRoot, 'addin/auth/msalConfiguration.ts'), 'utf8');
    expect(code).toContain('/auth-redirect.html');
  });

  test('asks for the permissions that are read, and gets tokens of the version that is checked', () => {
    const asked = made.requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
    expect(asked.toSorted()).toEqual(Object.values(ids).toSorted());
    expect(Object.keys(ids).toSorted()).toEqual([...requiredPermissions, unitPermission].toSorted());
    for (const name of Object.keys(ids)) expect(steps).toContain(`\`${name}\``);
    expect(made.api.requestedAccessTokenVersion).toBe(2);
  });
});
