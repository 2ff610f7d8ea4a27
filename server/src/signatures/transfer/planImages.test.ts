import { expect, test } from '@jest/globals';
import type { ImportDesk } from './importDesk.ts';
import { planImages } from './planImages.ts';

test('no further image of a file is drawn once nobody waits for the answer', async () => {
  const gone = new AbortController();
  const drawn: string[] = [];
  const images = ['a', 'b', 'c'].map((letter) => ({ id: letter.repeat(64), name: letter, bytes: Buffer.from(letter) }));
  const at = {
    desk: {
      repositories: {
        images: {
          get: (_tenantId: string, id: string) => {
            drawn.push(id.slice(0, 1));
            if (drawn.length === 2) gone.abort(new Error('Nobody waits.'));
            return Promise.resolve({});
          },
        },
      },
    },
    actor: { tenantId: 'tenant' },
    file: { images },
    gone: gone.signal,
  } as unknown as ImportDesk;
  await expect(planImages(at)).rejects.toThrow('Nobody waits.');
  expect(drawn).toEqual(['a', 'b']);
});
