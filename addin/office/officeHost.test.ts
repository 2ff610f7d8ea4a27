import { describe, expect, it } from '@jest/globals';
import { isDarkColor } from './officeHost.ts';

describe('darkness of a background', () => {
  it.each(['#000000', '#292929', '#1f1f1f', '292929ff'])('%s is dark', (color) => {
    expect(isDarkColor(color)).toBe(true);
  });

  it.each(['#ffffff', '#FAF9F8', '#c0c0c0', 'transparent', ''])('%s is not', (color) => {
    expect(isDarkColor(color)).toBe(false);
  });
});
