import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../domain/errors.ts';
import { loadConfig } from './loadConfig.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  test('needs nothing at all: an empty environment is a demo on port 3000', () => {
    expect(loadConfig({})).toMatchObject({ port: 3000, app: null, dataDir: './data', publicUrl: null });
  });

  test('reports every problem at once and says what is expected', () => {
    const problems = problemsOf({ PORT: 'http', ENTRA_CLIENT_ID: 'undersign', GRAPH_URL: 'graph', LOG_LEVEL: 'loud' });
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).toMatch(
      /PORT must be a port number[\s\S]*GRAPH_URL[\s\S]*ENTRA_CLIENT_ID must be the Application[\s\S]*ENTRA_CLIENT_SECRET is needed/,
    );
  });

  test('accepts plain http for loopback addresses only', () => {
    expect(loadConfig({ GRAPH_URL: 'http://127.0.0.1:4000/' }).graphUrl).toBe('http://127.0.0.1:4000');
    expect(problemsOf({ GRAPH_URL: 'http://graph.example.com' })[0]).toMatch(/must be https/);
  });

  test('wants a secret beside a client id', () => {
    expect(problemsOf({ ENTRA_CLIENT_ID: '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11' })).toEqual([
      'ENTRA_CLIENT_SECRET is needed beside ENTRA_CLIENT_ID',
    ]);
  });

  test('takes earlier keys, separated by commas', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const text = `${one.toString('base64')}, ${two.toString('base64')}`;
    expect(loadConfig({ ENCRYPTION_KEY_PREVIOUS: text }).earlierKeys).toEqual([one, two]);
    expect(loadConfig({}).earlierKeys).toEqual([]);
    expect(problemsOf({ ENCRYPTION_KEY_PREVIOUS: `${text},hunter2` })).toEqual([
      'ENCRYPTION_KEY_PREVIOUS must be keys of 32 bytes in base64, separated by commas',
    ]);
  });

  test('never repeats a secret in a problem', () => {
    expect(problemsOf({ ENCRYPTION_KEY: 'hunter2' }).join()).not.toContain('hunter2');
  });

  test('treats an empty variable as one that is not set', () => {
    expect(loadConfig({ PORT: '', ENTRA_CLIENT_ID: ' ' })).toMatchObject({ port: 3000, app: null });
  });
});
