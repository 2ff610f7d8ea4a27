import { expect, test } from '@jest/globals';
import { compileFilter } from './compileFilter.ts';
import { parseFilter } from './filterSyntax.ts';
import { userProperties } from '../objects/userProperties.ts';

const PERSON: Record<string, unknown> = {
  displayName: "Zoë 't Hooft",
  accountEnabled: true,
  city: null,
  employeeId: '10042',
  createdDateTime: '2020-05-01T10:00:00Z',
  businessPhones: ['+31 20 555 1234'],
  onPremisesExtensionAttributes: { extensionAttribute1: 'zij/haar' },
};

const matches = (filter: string) => compileFilter(parseFilter(filter), userProperties, true)((name) => PERSON[name]);

test.each([
  ["displayName eq 'zoë ''t hooft'", true],
  ["startsWith(displayName,'Zoë') and accountEnabled eq true", true],
  ["startswith(displayName,'x') or city eq null", true],
  ['city eq null and not(accountEnabled eq true)', false],
  ["accountEnabled eq false or city eq null and employeeId eq '10042'", true],
  ["(accountEnabled eq false or city eq null) and employeeId eq '1'", false],
  ["employeeId in ('1','10042')", true],
  ['createdDateTime ge 2020-01-01T00:00:00Z and createdDateTime le 2020-12-31', true],
  ["businessPhones/any(p:startsWith(p,'+31'))", true],
  ["businessPhones/any(p:p eq '+32')", false],
  ["onPremisesExtensionAttributes/extensionAttribute1 eq 'zij/haar'", true],
  ["city ge 'a'", false],
  ['city ne null', false],
])('%s is %s', (filter, expected) => {
  expect(matches(filter)).toBe(expected);
});

test.each([
  'displayName eq',
  "displayName eq 'a",
  "displayName like 'a'",
  "eq 'a'",
  "(displayName eq 'a'",
  "displayName eq 'a' and",
  "displayName eq 'a' displayName eq 'b'",
  'displayName eq true',
  "accountEnabled eq 'true'",
  'displayName in ()',
  'startsWith(displayName)',
  '{}',
  "displayName/any(p:p eq 'a')",
])('%s is refused as a bad request', (filter) => {
  expect(() => matches(filter)).toThrow(expect.objectContaining({ status: 400 }));
});
