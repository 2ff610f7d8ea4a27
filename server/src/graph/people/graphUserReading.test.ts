import { expect, test } from '@jest/globals';
import { openUserReading } from './graphUserReading.ts';

const ada = {
  ...{ id: 'a', userPrincipalName: 'ada@one.example', jobTitle: 'Lead', mobilePhone: '06 1', businessPhones: ['1'] },
  onPremisesExtensionAttributes: { extensionAttribute1: 'D4', extensionAttribute2: 'E5' },
};

test('what is not asked for is not selected, and not kept where an older link tells of it', () => {
  const reading = openUserReading({
    attributes: ['extensionAttribute2'],
    omitted: ['businessPhones', 'mobilePhone', 'extensionAttribute1'],
  });
  const selected = reading.select.split(',');
  expect(selected).toEqual(expect.arrayContaining(['id', 'jobTitle', 'onPremisesExtensionAttributes']));
  expect(selected.filter((name) => /phone/i.test(name))).toEqual([]);
  const kept = { jobTitle: 'Lead', extensionAttribute2: 'E5' };
  expect(reading.toUser(ada)).toMatchObject({ ...kept, mobilePhone: null, businessPhones: [] });
  expect(reading.toUser(ada)).not.toHaveProperty('extensionAttribute1');
  expect(reading.toChanges(ada)).toEqual({ ...kept, userPrincipalName: ada.userPrincipalName });
});
