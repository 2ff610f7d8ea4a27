import pino, { type Logger as Pino } from 'pino';
import type { LogFields, Logger } from '../ports/telemetry/logger.ts';

/** Whatever is logged by accident under these names is not written. */
const redacted = [
  'authorization',
  'token',
  'accessToken',
  'access_token',
  'clientSecret',
  'databaseUrl',
  'client_secret',
  'password',
  'secret',
  'cookie',
];

const paths = redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Structured lines on standard output. Errors are written with type, message and stack, causes included. */
export const openPinoLogger = (level: string): Logger =>
  wrap(pino({ level, redact: { paths, censor: '***' }, serializers: { err: pino.stdSerializers.errWithCause } }));

const wrap = (logger: Pino): Logger => ({
  debug: (fields) => {
    write(logger, 'debug', fields);
  },
  info: (fields) => {
    write(logger, 'info', fields);
  },
  warn: (fields) => {
    write(logger, 'warn', fields);
  },
  error: (fields) => {
    write(logger, 'error', fields);
  },
  child: (fields) => wrap(logger.child(fields)),
});

const write = (logger: Pino, level: 'debug' | 'info' | 'warn' | 'error', { msg, ...fields }: LogFields): void => {
  logger[level](fields, msg);
};
