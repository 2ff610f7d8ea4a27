import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SmartFields } from '../../../src/contract/signatures/fields.ts';
import { namedAttributeSchema } from '../../../src/contract/signatures/fields.ts';
import type { RenderedDesign } from '../../../src/contract/signatures/signatures.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { synced } from '../../support/people/assignments.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const attributes = namedAttributeSchema.options;
const ofExchange = attributes.filter((name) => name.startsWith('extensionAttribute'));

/** What somebody has in each. */
const expected: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ofExchange.map((name, at) => [name, `Value ${String(at + 1)}`])),
  ...{ division: 'Northern Europe', costCenter: 'NL-310' },
  otherMailAddresses: 'g.oconnor@lindenhof.example, grace@lindenhof.example',
};

describe('every attribute that a tenant may take into use', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
  });
  afterAll(() => undersign.close());

  test('arrives with a sync as it stands in the directory, and can be put into a signature', async () => {
    const { id, userPrincipalName } = undersign.simulator.tenant.accounts.teammate;
    undersign.simulator.directory.updateUser(id, {
      onPremisesExtensionAttributes: Object.fromEntries(ofExchange.map((name) => [name, expected[name]])),
      employeeOrgData: { division: 'Northern Europe', costCenter: 'NL-310' },
      proxyAddresses: [
        `SMTP:${userPrincipalName}`,
        'smtp:grace@lindenhof.example',
        'smtp:g.oconnor@lindenhof.example',
        'X500:/o=Lindenhof/cn=grace',
      ],
    });
    const directory = attributes.map((attribute) => ({
      ...{ attribute, labels: { en: `Our ${attribute}`, nl: `Onze ${attribute}` }, type: 'text' },
    }));
    const { revision } = await api.get<SmartFields>('/api/smart-fields');
    await api.put('/api/smart-fields', { rules: {}, custom: [], directory, revision });
    await synced(api, everyone);
    const { fields, graph } = await api.get<SmartFields>('/api/smart-fields');
    expect([...graph.because].sort()).toEqual(['employeeOrgData', 'onPremisesExtensionAttributes', 'proxyAddresses']);
    expect(fields.filter(({ kind }) => kind === 'directory').every(({ isFetched }) => isFetched)).toBe(true);

    const html = attributes.map((name) => `<p>${name}: {{ person.${name} }}</p>`).join('');
    const design = {
      ...{ newMail: { kind: 'html', html }, reply: { kind: 'sameAsNew' }, forward: { kind: 'sameAsReply' } },
      images: 'hosted',
    };
    const { items } = await api.post<RenderedDesign>('/api/signatures/render', {
      ...{ design, composeType: 'newMail', teammateIds: [id] },
    });
    const lines = items
      .find(({ teammate }) => teammate.id === id)
      ?.text.split('\n')
      .filter(Boolean);
    expect(lines).toEqual(attributes.map((name) => `${name}: ${expected[name] ?? ''}`));
  });
});
