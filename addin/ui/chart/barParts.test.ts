import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { barParts, pointedIndex } from './barParts.ts';

const number = fc.nat(20_000);
const counts = fc.record({ arrived: number, updated: number, left: number });
const height = 100;

describe('a bar', () => {
  it('shows everything that happened, and fits in the picture', () => {
    fc.assert(
      fc.property(counts, number, ({ arrived, updated, left }, more) => {
        const all = arrived + updated + left;
        const parts = barParts({ arrived, updated, left }, all + more, height);
        const present = [arrived, updated, left].filter((count) => count > 0).length;
        const top = parts.reduce((sum, part) => sum + part.height, 0);
        return parts.length === present && parts.every((part) => part.height >= 3) && top <= height + 1e-6;
      }),
    );
  });

  it('is not flattened by one large import', () => {
    const [part] = barParts({ arrived: 0, updated: 60, left: 0 }, 20_000, height);
    expect(part?.height).toBeGreaterThan(5);
  });

  it('is none where nothing happened', () => {
    expect(barParts({ arrived: 0, updated: 0, left: 0 }, 10, height)).toEqual([]);
    expect(barParts({ arrived: 0, updated: 0, left: 0 }, 0, height)).toEqual([]);
  });
});

describe('the bar that is pointed at', () => {
  it.each([
    [0, 0],
    [99, 9],
    [100, 9],
    [-5, 0],
    [55, 5],
  ])('%d of 100 pixels is slot %d of ten', (offset, slot) => {
    expect(pointedIndex(offset, 100, 10)).toBe(slot);
  });

  it('is none without a width', () => {
    expect(pointedIndex(5, 0, 10)).toBeNull();
  });
});
