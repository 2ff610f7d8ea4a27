import { expect, test } from '@jest/globals';
import type { Block, Row } from '../composition.ts';
import type { Condition } from '../condition.ts';
import { column, field, line, numbered, row } from '../gallery/build.ts';
import type { SignatureDesign } from '../signature.ts';
import { checkContainers } from './checkContainers.ts';

const asks = (kind: 'group' | 'unit', id: string, name?: string): Condition => ({
  match: 'all',
  tests: [
    { kind: 'language', is: 'is', value: 'nl' },
    { kind, id, is: 'notMember', ...(name !== undefined && { name }) },
  ],
});

const lineFor = (condition: Condition): Block => ({ ...line([field('mail')]), condition });

const designOf = (rows: readonly Row[]): SignatureDesign => ({
  newMail: {
    kind: 'composition',
    composition: numbered({
      base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
      width: 600,
      direction: 'ltr',
      rows,
    }),
  },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'html', html: '<p>Hello</p>' },
  images: 'hosted',
});

const unread = { gone: ['gone'], notRead: ['gone', 'new', 'unit'], notPermitted: ['unit'] };

test('a row or a block, within others too, that asks about who cannot be known is told with why, by name where there is one', () => {
  const inner: Block = {
    id: '',
    kind: 'group',
    condition: null,
    columns: [column([lineFor(asks('unit', 'unit', 'North'))])],
  };
  const rows = [
    { ...row([column([lineFor(asks('group', 'new', 'Staff')), lineFor(asks('group', 'read', 'Known'))])]) },
    { ...row([column([inner])]), condition: asks('group', 'gone') },
  ];
  const found = checkContainers(designOf(rows), unread);
  expect(found.map(({ code, severity, composeType, values }) => [code, severity, composeType, values['name']])).toEqual(
    [
      ['container-gone', 'warning', 'newMail', 'gone'],
      ['container-unread', 'warning', 'newMail', 'Staff'],
      ['container-not-permitted', 'warning', 'newMail', 'North'],
    ],
  );
  expect(found.map(({ blockId }) => blockId !== null)).toEqual([false, true, true]);
});
