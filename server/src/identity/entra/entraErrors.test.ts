import { describe, expect, test } from '@jest/globals';
import { ServerError } from '@azure/msal-node';
import fc from 'fast-check';
import { AdminActionError, DirectoryError, FinalRefusal } from '../../domain/errors.ts';
import { entraCode, entraSentence, translateEntraError } from './entraErrors.ts';

describe('errors of Entra', () => {
  test.each([
    ['AADSTS7000215: Invalid client secret', 'secret-wrong'],
    ['AADSTS7000222: The provided client secret keys are expired', 'secret-expired'],
    ['AADSTS700016: Application was not found in the directory', 'consent-missing'],
    ['AADSTS65001: The user or administrator has not consented', 'consent-missing'],
    ['AADSTS90002: Tenant not found', 'tenant-unknown'],
    ['AADSTS53003: Access has been blocked by Conditional Access policies', 'blocked-by-policy'],
    ['AADSTS7000112: Application is disabled', 'app-disabled'],
  ])('%s is for the admin: %s', (text, code) => {
    const error = translateEntraError(new Error(`invalid_client: 123 - ${text}. Trace ID: 1`));
    expect(error).toBeInstanceOf(AdminActionError);
    expect(error).toMatchObject({ code, values: { entraCode: `AADSTS${entraCode(text) ?? ''}` } });
  });

  test.each([
    ['AADSTS700016: Application was not found in the directory', 'client-unknown'],
    ['AADSTS7000229: missing service principal', 'client-unknown'],
    ['AADSTS65001: not consented', 'app-misconfigured'],
    ['AADSTS650057: Invalid resource', 'app-misconfigured'],
    ['AADSTS50194: not configured as a multi-tenant application', 'tenant-unknown'],
    ['AADSTS700027: certificate is not registered', 'certificate-refused'],
    ['AADSTS7000215: Invalid client secret', 'secret-wrong'],
    ['AADSTS53003: Conditional Access', 'blocked-by-policy'],
  ])('%s of the customer’s own registration has its own advice: %s', (text, code) => {
    expect(translateEntraError(new Error(text), 'registration')).toMatchObject({ code });
  });

  test('a question Entra does not understand is our fault, and said to be', () => {
    const error = translateEntraError(new Error('AADSTS900144: missing parameter'));
    expect(error).toBeInstanceOf(FinalRefusal);
    expect(error).toMatchObject({ code: 'entra-request-refused', values: { entraCode: 'AADSTS900144' } });
  });

  test('any other number is final, and no word about consent: its number, Microsoft’s sentence, and what to check', () => {
    const text =
      "invalid_resource: 500011 - [2026-11-28 10:00:00Z]: AADSTS500011: The resource principal named 'x' was not found.\r\n" +
      'Trace ID: 5f3c Correlation ID: 7a1d Timestamp: 2026-11-28 10:00:00Z - Correlation ID: 7a1d - Trace ID: 5f3c';
    const error = translateEntraError(new Error(text));
    expect(error).toBeInstanceOf(FinalRefusal);
    const answer = "AADSTS500011: The resource principal named 'x' was not found.";
    expect(error).toMatchObject({ code: 'entra-refused', values: { entraCode: 'AADSTS500011', answer } });
    expect(error.message).toContain(answer);
    expect(error.message).toMatch(/Check the app registration.*error\?code=500011$/);
    expect(error.message).not.toMatch(/5f3c|7a1d/);
  });

  test('a public client has a code and words of its own', () => {
    const text =
      "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.";
    const error = translateEntraError(new Error(text), 'registration');
    expect(error).toBeInstanceOf(FinalRefusal);
    expect(error).toMatchObject({ code: 'client-public', values: { entraCode: 'AADSTS700025' } });
    expect(error.message).toMatch(/public client.*Allow public client flows/);
  });

  test('Microsoft’s sentence is one line of fitting length, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (said) => {
        const sentence = entraSentence(`a: AADSTS123456: ${said} Trace ID: 5f3c`, '123456');
        expect([...sentence].length).toBeLessThanOrEqual(301);
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cs}]|Trace ID/u);
      }),
    );
  });

  test('a number too long to be one of Entra’s is none', () => {
    expect(entraCode(`AADSTS${'6'.repeat(400)}`)).toBeNull();
  });

  test.each(['90033', '90055', '90024', '90006', '50000', '90012', '90090', '90091', '50087'])(
    'AADSTS%s passes by itself',
    (number) => {
      const error = translateEntraError(new Error(`AADSTS${number}: transient`));
      expect(error).toBeInstanceOf(DirectoryError);
      expect(error).toMatchObject({ code: 'entra-unavailable', values: { entraCode: `AADSTS${number}` } });
    },
  );

  const answered = (error: string, text: string, status: number) =>
    new ServerError(error, 'correlation', `${text} Trace ID: 1`, undefined, undefined, status);

  test.each([
    ['temporarily_unavailable', 400],
    ['invalid_request', 408],
    ['invalid_request', 429],
    ['server_error', 500],
    ['server_error', 503],
  ])('a number that nobody lists passes by itself where Entra says %s with status %i', (word, status) => {
    const error = translateEntraError(answered(word, 'AADSTS90999: Something new', status));
    expect(error).toBeInstanceOf(DirectoryError);
    expect(error).toMatchObject({ code: 'entra-unavailable', values: { entraCode: 'AADSTS90999' } });
  });

  test('the same number is final where Entra says neither', () => {
    const error = translateEntraError(answered('invalid_request', 'AADSTS90999: Something new', 400));
    expect(error).toMatchObject({ code: 'entra-refused' });
  });

  test.each([
    ['AADSTS7000215: Invalid client secret', 'secret-wrong'],
    ['AADSTS700025: Client is public', 'client-public'],
  ])('%s has its advice whatever status it comes with', (text, code) => {
    expect(translateEntraError(answered('invalid_client', text, 503))).toMatchObject({ code });
  });

  test('what has no number passes by itself', () => {
    expect(translateEntraError(new Error('network_error'))).toBeInstanceOf(DirectoryError);
    expect(translateEntraError('odd')).toBeInstanceOf(DirectoryError);
  });
});
