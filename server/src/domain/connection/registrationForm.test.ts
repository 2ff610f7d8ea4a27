import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { endOfDay, readRegistrationForm, type RegistrationForm } from './registrationForm.ts';

const tenantId = '1698d3a7-5374-427e-a1aa-86568c1a6b4d';
const clientId = '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11';
const other = '11111111-1111-4111-8111-111111111111';
const now = new Date('2026-11-22T15:00:00Z');
const good: RegistrationForm = {
  tenantId,
  clientId,
  clientSecret: 'aB3~_Q.x-9Zk',
  certificate: '',
  secretExpiresOn: '',
  groupId: '',
};
const read = (change: Partial<RegistrationForm> = {}) =>
  readRegistrationForm({ ...good, ...change }, { tenantId, now });
const codes = (change: Partial<RegistrationForm>) =>
  read(change).problems.map(({ path, code }) => `${path} ${code ?? ''}`);

describe('the form of an app registration', () => {
  test('is accepted when nothing is wrong, with ids in lower case', () => {
    expect(read({ tenantId: tenantId.toUpperCase(), groupId: other.toUpperCase() })).toEqual({
      form: { ...good, groupId: other },
      trimmed: [],
      problems: [],
    });
  });

  test('loses the white space that clings to pasted text, and says from which fields', () => {
    const pasted = { tenantId: `${tenantId}\n`, clientSecret: '\u00a0aB3~_Q.x-9Zk\u200b \t', groupId: '  ' };
    expect(read(pasted)).toEqual({ form: good, trimmed: ['tenantId', 'clientSecret'], problems: [] });
  });

  test.each<[string, Partial<RegistrationForm>]>([
    ['body.tenantId tenant-id-missing', { tenantId: ' ' }],
    ['body.tenantId tenant-id-not-guid', { tenantId: '1698d3a7-5374-427e-a1aa-86568c1a6b4' }],
    ['body.tenantId tenant-id-not-guid', { tenantId: 'Lindenhof' }],
    ['body.tenantId tenant-id-is-domain', { tenantId: 'lindenhof.onmicrosoft.com' }],
    ['body.tenantId tenant-not-yours', { tenantId: other }],
    ['body.tenantId ids-swapped', { tenantId: clientId, clientId: tenantId }],
    ['body.clientId client-id-missing', { clientId: '' }],
    ['body.clientId client-id-not-guid', { clientId: 'Undersign' }],
    ['body.clientId client-id-is-tenant-id', { clientId: tenantId }],
    ['body.clientSecret credential-missing', { clientSecret: '' }],
    ['body.certificate credential-twice', { certificate: '-----BEGIN' }],
    ['body.clientSecret secret-is-id', { clientSecret: other.toUpperCase() }],
    ['body.clientSecret secret-has-spaces', { clientSecret: 'aB3~ Q.x' }],
    ['body.clientSecret secret-has-spaces', { clientSecret: 'aB3~\nQ.x' }],
    ['body.clientSecret secret-has-spaces', { clientSecret: 'aB3~\u200bQ.x' }],
    ['body.clientSecret secret-masked', { clientSecret: 'aB3******************' }],
    ['body.clientSecret secret-masked', { clientSecret: '••••••••' }],
    ['body.clientSecret secret-is-certificate', { clientSecret: '-----BEGIN PRIVATE KEY-----' }],
    ['body.secretExpiresOn expiry-not-a-date', { secretExpiresOn: '31-03-2027' }],
    ['body.secretExpiresOn expiry-not-a-date', { secretExpiresOn: '2027-02-30' }],
    ['body.secretExpiresOn expiry-past', { secretExpiresOn: '2026-11-21' }],
    [
      'body.secretExpiresOn expiry-with-certificate',
      { certificate: 'x', clientSecret: '', secretExpiresOn: '2027-03-31' },
    ],
    ['body.groupId group-id-not-guid', { groupId: 'Marketing' }],
    ['body.groupId group-id-is-other-id', { groupId: tenantId }],
  ])('%s', (problem, change) => {
    expect(codes(change)).toEqual([problem]);
  });

  test('tells everything that is wrong at once', () => {
    expect(
      codes({ tenantId: 'x', clientId: 'y', clientSecret: 'a b', secretExpiresOn: 'z', groupId: 'g' }),
    ).toHaveLength(5);
  });

  test('a secret that ends today has not ended', () => {
    expect(codes({ secretExpiresOn: '2026-11-22' })).toEqual([]);
  });

  test('no advice ever repeats what was typed as a secret', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'grapheme' }), (clientSecret) => {
        for (const { message } of read({ clientSecret }).problems) expect(message).not.toContain(clientSecret);
      }),
    );
  });

  test('a day ends with its last second, and what is no day has no end', () => {
    expect(endOfDay('2028-02-29')).toBe('2028-02-29T23:59:59.000Z');
    for (const text of ['', '2027-02-29', '2027-2-1', '2027-13-01', 'tomorrow', '2027-03-31T00:00'])
      expect(endOfDay(text)).toBeNull();
  });
});
