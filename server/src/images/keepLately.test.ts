import { describe, expect, test } from '@jest/globals';
import { keepLately } from './keepLately.ts';

interface Asked {
  readonly size: number;
}

describe('what was drawn lately', () => {
  const drawing = (most: number) => {
    const drawn: number[] = [];
    const draw = keepLately(({ size }: Asked) => {
      drawn.push(size);
      return size < 0 ? Promise.reject(new Error('too small')) : Promise.resolve({ size });
    }, most);
    return { drawn, draw };
  };

  test('is not drawn again for whoever asks for the same', async () => {
    const { drawn, draw } = drawing(2);
    const [first, second] = [await draw({ size: 1 }), await draw({ size: 1 })];
    expect(second).toBe(first);
    expect(await draw({ size: 2 })).toEqual({ size: 2 });
    expect(drawn).toEqual([1, 2]);
  });

  test('makes room for others once nobody has asked for it for longest', async () => {
    const { drawn, draw } = drawing(2);
    for (const size of [1, 2, 1, 3, 1, 2]) await draw({ size });
    expect(drawn).toEqual([1, 2, 3, 2]);
  });

  test('is tried again where it failed', async () => {
    const { drawn, draw } = drawing(2);
    await expect(draw({ size: -1 })).rejects.toThrow('too small');
    await expect(draw({ size: -1 })).rejects.toThrow('too small');
    expect(drawn).toEqual([-1, -1]);
  });
});
