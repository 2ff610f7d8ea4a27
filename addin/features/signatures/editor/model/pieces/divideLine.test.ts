import { expect, test } from '@jest/globals';
import {
  compositionSchema,
  type CompositionPart,
} from '../../../../../../server/src/contract/signatures/composition.ts';
import { divideLine, joinLine } from './divideLine.ts';
import { findPiece } from './outlineOf.ts';

const words = (text: string): CompositionPart => ({ kind: 'text', text: { default: text } });
const line = (id: string, ...parts: CompositionPart[]) => ({
  ...{ id, kind: 'text' as const, condition: null, style: { bold: true } },
  parts,
});
const compositionOf = (...blocks: object[]) =>
  compositionSchema.parse({
    base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
    ...{ width: 600, direction: 'ltr' },
    rows: [
      {
        ...{ id: 'r', gap: 0, condition: null },
        columns: [
          { ...{ id: 'c', width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null }, blocks },
        ],
      },
    ],
  });

test('a line that is divided becomes two that look alike, and is one again when they are joined', () => {
  const one = compositionOf(line('a', words('ab'), words('cd')));
  const two = divideLine(one, 'a', { before: [words('ab')], after: [words('cd')], id: 'b' });
  expect(two).toEqual(compositionOf(line('a', words('ab')), line('b', words('cd'))));
  expect(joinLine(two, 'b')).toEqual({ composition: one, id: 'a' });
});

test('a line joins nothing but a line, and never more than fits', () => {
  expect(joinLine(compositionOf({ id: 's', kind: 'spacer', condition: null, height: 4 }, line('a')), 'a')).toBeNull();
  const full = Array.from({ length: 60 }, () => words('x'));
  expect(joinLine(compositionOf(line('a', ...full), line('b', words('y'))), 'b')).toBeNull();
});

test('a column that is full takes no further line', () => {
  const full = compositionOf(...Array.from({ length: 40 }, (_, at) => line(`l${String(at)}`)));
  expect(divideLine(full, 'l0', { before: [], after: [], id: 'new' })).toBe(full);
  expect(findPiece(full, 'new')).toBeUndefined();
});
