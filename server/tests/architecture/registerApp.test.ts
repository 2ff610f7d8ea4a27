import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { repositoryRoot } from '../support/cruise.ts';
import { textOf } from '../support/processes/deployment.ts';
import { makeScratchFolder } from '../support/processes/scratchFolder.ts';

const script = join(repositoryRoot, 'deploy/registerApp.sh');
const clientId = 'd1a0b0c0-1111-4222-8333-444455556666';

/** https://learn.microsoft.com/graph/permissions-reference */
const roleIds = {
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  'AdministrativeUnit.Read.All': '134fd756-38ce-4afd-ba33-e9623dbe66c2',
};

const application = z.object({
  displayName: z.literal('Undersign'),
  signInAudience: z.string(),
  web: z.object({ redirectUris: z.array(z.string()) }),
  spa: z.object({ redirectUris: z.array(z.string()) }),
  requiredResourceAccess: z.array(
    z.object({
      resourceAppId: z.literal('00000003-0000-0000-c000-000000000000'),
      resourceAccess: z.array(z.object({ id: z.string(), type: z.literal('Role') })),
    }),
  ),
  api: z.object({
    requestedAccessTokenVersion: z.literal(2),
    oauth2PermissionScopes: z.array(z.object({ id: z.uuid(), value: z.literal('access_as_user') })).length(1),
  }),
});

/** Answers as `az rest` does, and keeps what it was asked; the first change of a new registration may come too soon. */
const azure = `#!/usr/bin/env node
const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
const folder = __dirname;
appendFileSync(folder + '/asked', JSON.stringify({ first: args[0], method: option('--method'), url: option('--url'), body: option('--body') }) + '\\n');
if (option('--method') === 'patch' && !existsSync(folder + '/known')) {
  writeFileSync(folder + '/known', '');
  console.error('Resource does not exist');
  process.exit(1);
}
if (option('--url').endsWith('/applications')) console.log('${clientId}');
if (option('--url').endsWith('/addPassword')) console.log('the-secret');
`;

describe('the script that registers the app', () => {
  let folder: string;
  beforeEach(() => {
    folder = makeScratchFolder();
    writeFileSync(join(folder, 'az'), azure);
    chmodSync(join(folder, 'az'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...options: readonly string[]) => {
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, UNDERSIGN_PAUSE: '0' };
    const { status, stdout } = spawnSync('bash', [script, ...options], { env, encoding: 'utf8' });
    const file = join(folder, 'asked');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const asked = lines.map((line) => JSON.parse(line) as { method: string; url: string; body: string });
    return { status, stdout, asked };
  };

  test('makes it with exactly the permissions that are needed, and says what the server has to be told', () => {
    const { status, stdout, asked } = run('undersign.example.com');
    expect([status, stdout]).toEqual([0, `ENTRA_CLIENT_ID=${clientId}\nENTRA_CLIENT_SECRET=the-secret\n`]);
    expect(asked.map(({ method }) => method)).toEqual(['post', 'patch', 'patch', 'post']);
    const made = application.parse(JSON.parse(asked[0]!.body));
    expect(made.signInAudience).toBe('AzureADMyOrg');
    expect(made.requiredResourceAccess[0]!.resourceAccess.map(({ id }) => id)).toEqual(Object.values(roleIds));
    expect([...made.web.redirectUris, ...made.spa.redirectUris]).toEqual([
      'https://undersign.example.com/api/connection/consent/callback',
      'https://undersign.example.com/auth-redirect.html',
      'https://undersign.example.com/',
      'brk-multihub://undersign.example.com',
    ]);
    expect(JSON.parse(asked[1]!.body)).toEqual({
      identifierUris: [`api://${clientId}`],
      api: {
        preAuthorizedApplications: [
          { appId: clientId, delegatedPermissionIds: [made.api.oauth2PermissionScopes[0]!.id] },
        ],
      },
    });
  });

  test('for several tenants, and without units, it asks for no more than that', () => {
    const { asked } = run('undersign.example.com', '--several-tenants', '--without-units');
    const made = application.parse(JSON.parse(asked[0]!.body));
    expect(made.signInAudience).toBe('AzureADMultipleOrgs');
    expect(made.requiredResourceAccess[0]!.resourceAccess.map(({ id }) => id)).toEqual([
      roleIds['User.Read.All'],
      roleIds['GroupMember.Read.All'],
    ]);
  });

  test.each([[[]], [['https://undersign.example.com/']], [['a"b']], [['undersign.example.com', '--everything']]])(
    'makes nothing of %j',
    (options) => {
      const { status, asked } = run(...options);
      expect([status === 0, asked]).toEqual([false, []]);
    },
  );

  test('registers what the clicks in the manual do', () => {
    const manual = textOf('docs/deploy.md');
    for (const name of Object.keys(roleIds)) expect(manual).toContain(`\`${name}\``);
    expect(manual).toContain('deploy/registerApp.sh');
  });
});
