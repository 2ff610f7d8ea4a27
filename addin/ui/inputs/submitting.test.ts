import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SyntheticEvent } from 'react';
import { submitting } from './submitting.ts';

const press = (isBlocked: boolean) => {
  const done: string[] = [];
  const event = { preventDefault: () => done.push('stayed') } as unknown as SyntheticEvent;
  submitting(isBlocked, () => done.push('submitted'))(event);
  return done;
};

describe('submitting a form', () => {
  it('does what it is for, and nothing while it is blocked, and never leaves the page', () => {
    expect(press(false)).toEqual(['stayed', 'submitted']);
    expect(press(true)).toEqual(['stayed']);
  });

  it('goes this way in every form there is', () => {
    const root = join(import.meta.dirname, '../..');
    const forms = globSync('**/*.tsx', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/<form\b[^]*?>\n/g)].map(([form]) => ({ file, form })),
    );
    expect(forms.length).toBeGreaterThan(2);
    expect(forms.filter(({ form }) => !form.includes('onSubmit={submitting('))).toEqual([]);
  });
});
