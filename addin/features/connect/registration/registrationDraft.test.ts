import { describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { allTexts as texts } from '../../../i18n/allTexts.ts';
import { complaintText } from './complaintText.ts';
import { complaintsOf, emptyDraft, requestOf, withoutCredentials } from './registrationDraft.ts';

const draft = { ...emptyDraft('t', 'c'), clientSecret: 's', certificate: 'pem', secretExpiresOn: '2027-03-31' };

describe('the registration that is sent', () => {
  it('has only the chosen kind of credential', () => {
    expect(requestOf(draft)).toEqual({
      ...{ tenantId: 't', clientId: 'c', clientSecret: 's', secretExpiresOn: '2027-03-31' },
    });
    expect(requestOf({ ...draft, credential: 'certificate' })).toEqual({
      ...{ tenantId: 't', clientId: 'c', certificate: 'pem' },
    });
  });

  it('speaks of a group only where one is given', () => {
    expect(requestOf({ ...draft, groupId: ' ' })).not.toHaveProperty('useGroup');
    expect(requestOf({ ...draft, groupId: 'g', useGroup: false })).toMatchObject({ groupId: 'g', useGroup: false });
  });

  it('leaves no secret behind', () => {
    const after = withoutCredentials(draft);
    expect([after.clientSecret, after.certificate, after.clientId]).toEqual(['', '', 'c']);
  });
});

describe('what is wrong with a registration', () => {
  const wrong = (path: string, code: string) => ({ path, code, message: code });

  it('is sorted by field, the first complaint first', () => {
    const errors = [
      wrong('body.clientId', 'a'),
      wrong('body.clientId', 'b'),
      wrong('body', 'c'),
      wrong('groupId', 'd'),
    ];
    const { of, others } = complaintsOf(new ApiProblem({ code: 'registration-invalid', errors }));
    expect([of.clientId?.code, of.groupId?.code, others.map(({ code }) => code)]).toEqual(['a', 'd', ['c']]);
    expect(complaintsOf(new Error('x'))).toEqual({ of: {}, others: [] });
  });

  it('is told in the language of the reader, or else as the API said it', async () => {
    const dutch = createInstance();
    await dutch.init({ resources: texts, lng: 'nl' });
    const said = (code: string) => complaintText(dutch, { code, message: 'Said.' });
    expect(said('ids-swapped')).toBe(texts.nl.registration.error['ids-swapped']);
    expect(said('app-disabled')).toBe(texts.nl.problems['app-disabled']);
    expect(said('brand-new')).toBe('Said.');
    const values = { answer: 'AADSTS500011: Not found.' };
    const { others } = complaintsOf(new ApiProblem({ code: 'x', values, errors: [wrong('body', 'entra-refused')] }));
    expect(complaintText(dutch, others[0]!)).toContain(values.answer);
  });
});
