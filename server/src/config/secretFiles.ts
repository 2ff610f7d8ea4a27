import { secretVariables } from './configSchema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a file as text; throws where it cannot be read. */
export type ReadText = (path: string) => string;

export interface FilledEnvironment {
  readonly env: Environment;
  /** By variable, so that nobody also complains that the variable is missing. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Puts the content of NAME_FILE in the place of NAME, for every secret: how containers and systemd hand them over. */
export const fillFromFiles = (env: Environment, readText: ReadText): FilledEnvironment => {
  const filled: Record<string, string | undefined> = { ...env };
  const problems: Record<string, string> = {};
  for (const name of secretVariables) {
    const path = env[`${name}_FILE`];
    if (isUnset(path)) continue;
    if (!isUnset(env[name])) {
      problems[name] = `and ${name}_FILE are both given; leave one of them out`;
      continue;
    }
    const content = contentOf(path, readText);
    if ('problem' in content) problems[name] = `cannot be had from ${name}_FILE: ${path} ${content.problem}`;
    else filled[name] = content.text;
  }
  return { env: filled, problems };
};

const isUnset = (value: string | undefined): value is undefined => value === undefined || value.trim() === '';

const contentOf = (path: string, readText: ReadText): { readonly text: string } | { readonly problem: string } => {
  try {
    // Editors and `openssl rand` end a file with a line break that is no part of the secret.
    const text = readText(path).trim();
    return text === '' ? { problem: 'is empty' } : { text };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return { problem: readProblems[code] ?? `cannot be read (${code === '' ? String(error) : code})` };
  }
};

const readProblems: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this user',
  EISDIR: 'is a folder',
};
