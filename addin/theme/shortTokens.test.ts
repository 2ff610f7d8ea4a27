import { describe, expect, it } from '@jest/globals';
import { tokens as fluentTokens } from '@fluentui/react-components';
import { tokens } from './shortTokens.ts';

describe('the tokens by their rule', () => {
  it('are those that Fluent lists', () => {
    const names = Object.keys(fluentTokens) as (keyof typeof fluentTokens)[];
    expect(names.length).toBeGreaterThan(400);
    expect(Object.fromEntries(names.map((name) => [name, tokens[name]]))).toEqual(fluentTokens);
  });
});
