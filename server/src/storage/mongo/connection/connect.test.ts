import { expect, test } from '@jest/globals';
import { connectOptions } from './connect.ts';

test('an operator may set time limits and the pool in the address, but not what correctness rests on', () => {
  const options = connectOptions(
    'mongodb://h/db?maxPoolSize=50&servers=x&W=0&readPreference=secondary&serverselectiontimeoutms=1',
  );
  expect(options).not.toHaveProperty('maxPoolSize');
  expect(options).not.toHaveProperty('serverSelectionTimeoutMS');
  expect(options).toMatchObject({
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    bufferCommands: false,
    appName: 'undersign',
  });
});

test.each([
  ['mongodb://h', 'undersign'],
  ['mongodb://h/', 'undersign'],
  ['mongodb://u:p@h1,h2/?replicaSet=rs', 'undersign'],
  ['mongodb+srv://h/mine', undefined],
  ['mongodb://h/mine?tls=true', undefined],
])('%s: a database that is not named is called after the product', (url, dbName) => {
  expect(connectOptions(url).dbName).toBe(dbName);
});
