import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what tests build or unpack once is kept between runs. https://specifications.freedesktop.org/basedir-spec/latest/ */
export const cacheFolder = (env: Readonly<Record<string, string | undefined>> = process.env): string =>
  join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'undersign');
