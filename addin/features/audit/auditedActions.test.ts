import { expect, test } from '@jest/globals';
import type { Endpoint } from '../../../server/src/contract/endpoint.ts';
import { endpoints } from '../../../server/src/contract/endpoints.ts';
import { allTexts } from '../../i18n/allTexts.ts';
import { auditedActions } from './auditedActions.ts';

test('everything that is written down has words of its own, in every language', () => {
  const written = Object.entries<Endpoint>(endpoints)
    .filter(([, { method, access, audited }]) => audited ?? (method !== 'get' && access !== 'public'))
    .map(([name]) => name);
  expect([...auditedActions].toSorted()).toEqual([...written, 'signIn', 'finishConsent'].toSorted());
  for (const texts of Object.values(allTexts))
    expect(Object.keys(texts.audit.action)).toEqual(expect.arrayContaining([...auditedActions]));
});
