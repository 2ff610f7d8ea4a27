import { expect, test } from '@jest/globals';
import { declarations } from '../declare/collections.ts';
import { marksOfChange } from '../migrations.ts';
import { openRepositories } from '../openRepositories.ts';
import { openSqliteEngine } from '../sqlite/openSqliteEngine.ts';
import { believeMarks } from './believeMarks.ts';

test('nothing is kept while a replica is about that writes without telling, and from then on it is', async () => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  let shape = marksOfChange - 1;
  const repositories = openRepositories(engine);
  const { changeMark } = believeMarks(repositories, { shape: () => shape });
  expect(await changeMark('lindenhof')).toBeNull();
  shape = marksOfChange;
  expect(await changeMark('lindenhof')).toBe(await repositories.changeMark('lindenhof'));
  await engine.close();
});
