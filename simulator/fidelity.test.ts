import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Row {
  behaviour: string;
  how: string;
  page: string;
  test: string;
}

const LEVELS = /^(faithful|simplified|absent|addition)/;
const PAGE = /^<https:\/\/(learn|devblogs)\.microsoft\.com\/.+>$/;

const rows = readFileSync(new URL('FIDELITY.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *(behaviour|---)/.test(line))
  .map((line): Row => {
    const [, behaviour = '', how = '', page = '', proof = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { behaviour, how, page, test: proof };
  });

test('every row says how true it is and which page of Microsoft it follows', () => {
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter(({ how, page }) => !LEVELS.test(how) || !PAGE.test(page))).toEqual([]);
});

test('every row that promises something names a test that exists', () => {
  const dangling = rows.filter(
    ({ how, test: proof }) => !(how.startsWith('absent') && proof === '–') && !exists(proof),
  );
  expect(dangling.map(({ behaviour, test: proof }) => `${behaviour}: ${proof}`)).toEqual([]);
});

function exists(proof: string): boolean {
  // The formatter escapes these in Markdown tables.
  const [, file, name] = /^`([^`]+)`: (.+)$/.exec(proof.replaceAll(/\\([*_$|<>])/g, '$1')) ?? [];
  if (file === undefined || name === undefined) return false;
  const address = new URL(file, import.meta.url);
  return existsSync(address) && readFileSync(address, 'utf8').includes(`'${name}'`);
}
