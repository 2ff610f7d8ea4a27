import { describe, expect, test } from '@jest/globals';
import { withDatabase } from './mongoUrl.ts';

describe('a database of its own on a given server', () => {
  test.each([
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://a:1,b:2,c:3/other?replicaSet=rs0', 'mongodb://a:1,b:2,c:3/mine?replicaSet=rs0'],
    ['mongodb+srv://cluster.example', 'mongodb+srv://cluster.example/mine'],
    ['mongodb://joe:secret@a:1,b:2/', 'mongodb://joe:secret@a:1,b:2/mine?authSource=admin'],
    ['mongodb://joe:secret@a/users?w=1', 'mongodb://joe:secret@a/mine?w=1&authSource=users'],
    ['mongodb://joe:secret@a/users?authSource=x', 'mongodb://joe:secret@a/mine?authSource=x'],
  ])('%s', (given, expected) => {
    expect(withDatabase(given, 'mine')).toBe(expected);
  });

  test('what is no address of a MongoDB is refused', () => {
    expect(() => withDatabase('postgres://x', 'mine')).toThrow('mongodb://');
  });
});
