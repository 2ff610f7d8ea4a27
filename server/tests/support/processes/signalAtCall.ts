import { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * Loaded into a process before its program: sends it a signal at the n-th row of teammates that it writes, or the n-th
 * time that it reads some, so that "in the middle" is a certain moment and not a matter of who is faster. SIGNAL_AT is,
 * for example, `SIGINT write 1200`.
 */
const [signal = '', moment = '', count = ''] = (process.env['SIGNAL_AT'] ?? '').split(' ');
const counted = moment === 'write' ? /^\s*INSERT INTO "?teammates"?\s/i : /^\s*SELECT .* FROM "?teammates"?\s/is;
let left = Number(count);

const strike = (): void => {
  left -= 1;
  if (left === 0) process.kill(process.pid, signal);
};

const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (!counted.test(sql)) return statement;
  for (const name of ['run', 'get', 'all'] as const) {
    const call = StatementSync.prototype[name];
    Object.defineProperty(statement, name, {
      value: (...values: unknown[]): unknown => {
        strike();
        return Reflect.apply(call, statement, values);
      },
    });
  }
  return statement;
};
