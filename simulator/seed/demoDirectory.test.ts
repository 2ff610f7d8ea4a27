import { expect, test } from '@jest/globals';
import { generateDirectory } from './generateDirectory.ts';
import { makeDemoDirectory } from './demoDirectory.ts';

const seed = makeDemoDirectory();
const { users, groups, units, accounts } = seed;

test('the demo company is the same on every machine', () => {
  expect(makeDemoDirectory()).toEqual(seed);
  expect(accounts.globalAdmin.id).toBe('c7099214-29e6-4a97-8b9b-d10539f76d65');
});

test('about 250 people with ids, names and addresses of their own', () => {
  expect(users.length).toBeGreaterThan(240);
  for (const key of ['id', 'userPrincipalName'] as const)
    expect(new Set(users.map((user) => user[key])).size).toBe(users.length);
});

test('it has the people that break careless code', () => {
  const has = (choose: (user: (typeof users)[number]) => boolean) => users.filter(choose).length;
  expect(has(({ userType }) => userType === 'Guest')).toBe(12);
  expect(has(({ userPrincipalName }) => userPrincipalName.includes('#EXT#'))).toBe(12);
  expect(has(({ accountEnabled }) => !accountEnabled)).toBeGreaterThan(5);
  expect(has(({ mail }) => mail === undefined)).toBeGreaterThan(3);
  expect(has(({ department }) => department === undefined)).toBeGreaterThan(5);
  expect(has(({ mobilePhone }) => mobilePhone === undefined)).toBeGreaterThan(20);
  expect(has(({ isAgent }) => isAgent === true)).toBe(1);
  expect(has(({ deletedDateTime }) => deletedDateTime !== undefined)).toBe(1);
  for (const letter of ['é', 'ï', 'ø', 'IJ', "'t "])
    expect([letter, has(({ displayName }) => displayName.includes(letter)) > 0]).toEqual([letter, true]);
});

test('everybody with a manager leads up to the one CEO', () => {
  const byId = new Map(users.map((user) => [user.id, user]));
  for (const user of users) {
    let [at, steps] = [user, 0];
    while (at.managerId !== undefined) {
      at = byId.get(at.managerId) ?? at;
      steps += 1;
      expect(steps).toBeLessThan(10);
    }
    if (user.managerId !== undefined) expect(at.jobTitle).toBe('CEO');
  }
});

test('groups and units hold only what exists', () => {
  const known = new Set([...users, ...groups].map(({ id }) => id));
  for (const { displayName, memberIds } of [...groups, ...units]) {
    expect([displayName, memberIds.filter((id) => !known.has(id))]).toEqual([displayName, []]);
  }
});

test('a generated directory has the size asked for, every id once, and the demo accounts', () => {
  const generated = generateDirectory({ users: 3000, groups: 20, units: 3, seed: 7 });
  expect(new Set(generated.users.map(({ id }) => id)).size).toBe(3000);
  expect(new Set(generated.users.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(3000);
  expect([generated.groups.length, generated.units.length]).toEqual([20, 3]);
  expect(generated.users.some(({ id }) => id === accounts.globalAdmin.id)).toBe(true);
  expect(generateDirectory({ users: 50, seed: 1 }).users[40]?.id).not.toBe(
    generateDirectory({ users: 50, seed: 2 }).users[40]?.id,
  );
});
