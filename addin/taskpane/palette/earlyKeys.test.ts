import { describe, expect, it } from '@jest/globals';
import { openEarlyKeys } from './earlyKeys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

/** Presses keys, and says which of them went no further. */
const openDesk = () => {
  const keys = openEarlyKeys();
  const held: string[] = [];
  const press = (key: string, more: Partial<typeof none & { timeStamp: number }> = {}) =>
    keys.hear({ key, ...none, timeStamp: 100, ...more, preventDefault: () => held.push(key) });
  return { keys, held, press };
};

describe('keys before their field is there', () => {
  it('are kept for it in their order, and are for the page before and afterwards', () => {
    const { keys, held, press } = openDesk();
    press('x');
    keys.begin(90);
    press('A');
    press(' ');
    press('n');
    expect(keys.take()).toBe('A n');
    press('y');
    expect(held).toEqual(['A', ' ', 'n']);
    expect(keys.take()).toBe('');
  });

  it('are left alone where they are no text, belong to an input method, or the field does not come', () => {
    const { keys, held, press } = openDesk();
    keys.begin(90);
    press('Enter');
    press('k', { ctrlKey: true });
    press('n', { isComposing: true });
    press('z', { timeStamp: 90 + 60_000 });
    expect(held).toEqual([]);
    expect(keys.take()).toBe('');
  });
});
