import { describe, expect, test } from '@jest/globals';
import { AdminActionError, DirectoryError } from '../domain/errors.ts';
import { entraCode, translateEntraError } from './entraErrors.ts';

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
    expect(translateEntraError(new Error('AADSTS900144: missing parameter'))).toMatchObject({
      code: 'entra-request-refused',
      values: { entraCode: 'AADSTS900144' },
    });
  });

  test('anything else passes by itself, and keeps its code', () => {
    expect(translateEntraError(new Error('AADSTS90033: transient'))).toMatchObject({
      code: 'entra-unavailable',
      values: { entraCode: 'AADSTS90033' },
    });
    expect(translateEntraError(new Error('network_error'))).toBeInstanceOf(DirectoryError);
    expect(translateEntraError('odd')).toBeInstanceOf(DirectoryError);
  });
});
