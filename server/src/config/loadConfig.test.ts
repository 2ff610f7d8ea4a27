import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../domain/errors.ts';
import { loadConfig } from './loadConfig.ts';
import { secretVariables } from './configSchema.ts';
import type { ReadText } from './secretFiles.ts';

/** A file system of a few files; the others are not there. */
const reader =
  (files: Readonly<Record<string, string>>): ReadText =>
  (path) => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return text;
  };

const problemsOf = (env: Record<string, string>, files: Readonly<Record<string, string>> = {}): readonly string[] => {
  try {
    loadConfig(env, reader(files));
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

  test.each([
    ['https://Undersign.Example.COM/', 'https://undersign.example.com'],
    ['https://undersign.example.com:443', 'https://undersign.example.com'],
    ['HTTPS://undersign.example.com:8443//', 'https://undersign.example.com:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('writes the public address %s as every browser does: %s', (given, kept) => {
    expect(loadConfig({ PUBLIC_URL: given }).publicUrl).toBe(kept);
  });

  test.each([
    [undefined, null],
    ['first', 'first'],
    ['open', 'open'],
    [
      '1698D3A7-5374-427E-A1AA-86568C1A6B4D , 8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11',
      ['1698d3a7-5374-427e-a1aa-86568c1a6b4d', '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11'],
    ],
  ])('takes tenants that may connect as %s', (given, allowed) => {
    expect(loadConfig({ ALLOWED_TENANTS: given }).allowedTenants).toEqual(allowed);
  });

  test.each(['contoso.com', 'closed', '1698d3a7-5374-427e-a1aa-86568c1a6b4d,', '*'])(
    'refuses what is no tenant id, and says what else there is: %s',
    (given) => {
      expect(problemsOf({ ALLOWED_TENANTS: given })).toEqual([
        'ALLOWED_TENANTS must be tenant IDs (GUIDs) separated by commas, or first, or open',
      ]);
    },
  );

  test.each(['/undersign', '?a=b', '?', '#top', '#', '/a/../b'])(
    'refuses a public address with more than scheme, host and port, and says so: %s',
    (more) => {
      expect(problemsOf({ PUBLIC_URL: `https://undersign.example.com${more}` })).toEqual([
        expect.stringMatching(/^PUBLIC_URL must be only the scheme, the host .*host name of its own$/),
      ]);
    },
  );

  test('refuses a public address with a user name, and never repeats the password', () => {
    const problems = problemsOf({ PUBLIC_URL: 'https://me:hunter2@undersign.example.com' });
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hunter2');
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

const key = Buffer.alloc(32, 1).toString('base64');
const clientId = '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11';

describe('the database', () => {
  test.each([
    'mongodb://undersign:p%40ss@db-1,db-2:27018/undersign?replicaSet=rs&authSource=admin',
    'mongodb+srv://undersign:pass@cluster.example.com/signatures?retryWrites=true',
    'mongodb://[::1]:27017/undersign',
  ])('is taken as it is: %s', (url) => {
    expect(loadConfig({ DATABASE_URL: url, ENCRYPTION_KEY: key }).databaseUrl).toBe(url);
  });

  test('is SQLite where none is given', () => {
    expect(loadConfig({}).databaseUrl).toBeNull();
  });

  test.each(['postgres://a:hunter2@b/c', 'http://b/c', 'db.example.com/undersign', 'MONGO'])(
    'is MongoDB or nothing: %s says what to use',
    (url) => {
      const problems = problemsOf({ DATABASE_URL: url, ENCRYPTION_KEY: key });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^DATABASE_URL must begin with mongodb:\/\/ or mongodb\+srv:\/\/.*SQLite/);
      expect(problems[0]).not.toContain('hunter2');
    },
  );

  test.each([
    'mongodb://host',
    'mongodb://host/',
    'mongodb://host/?replicaSet=rs',
    'mongodb://u:hunter2/@host/undersign',
    'mongodb://u:hunter2@2@host/undersign',
    'mongodb:///undersign',
    'mongodb://host/under.sign',
  ])('has hosts and a name: %s', (url) => {
    const problems = problemsOf({ DATABASE_URL: url, ENCRYPTION_KEY: key });
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL must name hosts and a database, as in mongodb:/)]);
    expect(problems[0]).not.toContain('hunter2');
  });

  test('that is wrong hides no other problem', () => {
    const problems = problemsOf({ DATABASE_URL: 'postgres://b/c', ENTRA_CLIENT_ID: clientId, LOG_LEVEL: 'loud' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'ENTRA_CLIENT_SECRET',
      'ENCRYPTION_KEY',
    ]);
  });

  test('that replicas share needs a key that they share', () => {
    const problems = problemsOf({ DATABASE_URL: 'mongodb://host/undersign', PORT: 'x' });
    expect(problems).toHaveLength(2);
    expect(problems[1]).toMatch(/^ENCRYPTION_KEY is needed beside DATABASE_URL, the same for every replica.*openssl/);
  });
});

describe('secrets in files', () => {
  test('every secret can be given as the path of a file, and only secrets', () => {
    expect(secretVariables).toEqual([
      'DATABASE_URL',
      'ENTRA_CLIENT_SECRET',
      'ENCRYPTION_KEY',
      'ENCRYPTION_KEY_PREVIOUS',
      'METRICS_TOKEN',
    ]);
    const read = reader({
      '/run/url': 'mongodb://a:b@c/d\n',
      '/run/secret': ' s3cret\n',
      '/run/key': `${key}\n`,
      p: '1',
    });
    const config = loadConfig(
      {
        DATABASE_URL_FILE: '/run/url',
        ENTRA_CLIENT_ID: clientId,
        ENTRA_CLIENT_SECRET_FILE: '/run/secret',
        ENCRYPTION_KEY_FILE: '/run/key',
        ENCRYPTION_KEY_PREVIOUS_FILE: '/run/key',
        PORT_FILE: 'p',
      },
      read,
    );
    expect(config).toMatchObject({ databaseUrl: 'mongodb://a:b@c/d', app: { clientId, clientSecret: 's3cret' } });
    expect(config).toMatchObject({
      encryptionKey: Buffer.alloc(32, 1),
      earlierKeys: [Buffer.alloc(32, 1)],
      port: 3000,
    });
  });

  test('an empty path counts as not set', () => {
    expect(loadConfig({ ENCRYPTION_KEY_FILE: ' ' }, reader({})).encryptionKey).toBeNull();
  });

  test.each([
    ['that is not there', {}, /^ENCRYPTION_KEY cannot be had from ENCRYPTION_KEY_FILE: \/run\/key is not there$/],
    ['that is empty', { '/run/key': ' \n' }, /\/run\/key is empty$/],
    ['with something else in it', { '/run/key': 'hunter2' }, /^ENCRYPTION_KEY must be 32 bytes in base64/],
  ])('a file %s is told', (_name, files, problem) => {
    const problems = problemsOf({ ENCRYPTION_KEY_FILE: '/run/key', DATABASE_URL: 'mongodb://h/d' }, files);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  test('what the machine refuses is told in words, without a stack', () => {
    const refuse = (code: string) => () => {
      throw Object.assign(new Error('hunter2'), { code });
    };
    const problemOf = (code: string): unknown => {
      try {
        return loadConfig({ ENCRYPTION_KEY_FILE: '/run/key' }, refuse(code));
      } catch (error) {
        return (error as ConfigError).problems[0];
      }
    };
    expect(problemOf('EACCES')).toMatch(/\/run\/key may not be read by this user$/);
    expect(problemOf('EISDIR')).toMatch(/\/run\/key is a folder$/);
    expect(problemOf('EIO')).toMatch(/\/run\/key cannot be read \(EIO\)$/);
  });

  test('a secret given in both ways is a mistake, beside every other mistake', () => {
    const problems = problemsOf(
      { ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: 'a', ENTRA_CLIENT_SECRET_FILE: '/run/secret', PORT: 'x' },
      { '/run/secret': 'b' },
    );
    expect(problems).toEqual([
      'ENTRA_CLIENT_SECRET and ENTRA_CLIENT_SECRET_FILE are both given; leave one of them out',
      'PORT must be a port number',
    ]);
  });
});

describe('trusted proxies', () => {
  test('are this machine, unless told', () => {
    expect(loadConfig({}).trustedProxies).toBe('loopback');
    expect(loadConfig({ TRUSTED_PROXIES: 'loopback,10.1.0.0/16 , fd00::1' }).trustedProxies).toBe(
      'loopback, 10.1.0.0/16, fd00::1',
    );
  });

  test.each(['true', '1', 'proxy.example.com', '10.1.0.0/33', '10.1.0.0/', '10.1/16', 'loopback,,'])(
    'are never everybody or a name: %s',
    (text) => {
      expect(problemsOf({ TRUSTED_PROXIES: text })).toEqual([
        expect.stringMatching(/^TRUSTED_PROXIES must be addresses, networks such as/),
      ]);
    },
  );
});
