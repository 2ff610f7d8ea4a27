import type { Statements } from './statements.ts';

/** Facts about the database itself, such as with which keys each collection was written. */
export interface Meta {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

export const openMeta = (statements: Statements): Meta => {
  statements.prepare('CREATE TABLE IF NOT EXISTS undersign_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)').run();
  return {
    get: (name) => {
      const row = statements.prepare('SELECT value FROM undersign_meta WHERE name = ?').get(name);
      return row === undefined ? null : String(row['value']);
    },
    set: (name, value) => {
      statements.prepare('INSERT OR REPLACE INTO undersign_meta (name, value) VALUES (?, ?)').run(name, value);
    },
  };
};
