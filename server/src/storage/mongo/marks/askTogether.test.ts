import { expect, test } from '@jest/globals';
import { askTogether } from './askTogether.ts';

test('who comes while a question is asked waits for the next one, and shares it with all who come meanwhile', async () => {
  const asked: (readonly string[])[] = [];
  const answers: ((answer: string) => void)[] = [];
  const ask = askTogether<string>((keys) => {
    asked.push(keys);
    return new Promise((resolve) => answers.push(resolve));
  });
  const first = [ask(['a']), ask(['b', 'a'])];
  await Promise.resolve();
  const later = [ask(['a']), ask(['c'])];
  expect(asked).toEqual([['a', 'b']]);
  answers[0]?.('early');
  expect(await Promise.all(first)).toEqual(['early', 'early']);
  await Promise.resolve();
  expect(asked.slice(1)).toEqual([['a', 'c']]);
  answers[1]?.('late');
  expect(await Promise.all(later)).toEqual(['late', 'late']);
});

test('a question that fails is told to all who shared it, and to nobody else', async () => {
  let calls = 0;
  const ask = askTogether<string>(() => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('away')) : Promise.resolve('back');
  });
  const [one, two] = await Promise.allSettled([ask(['a']), ask(['b'])]);
  expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
  expect(await ask(['a'])).toBe('back');
});
