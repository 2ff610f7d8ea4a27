/** Structured log. `err` carries an error; never put tokens, secrets or profile values into fields. */
export interface Logger {
  debug(fields: LogFields): void;
  info(fields: LogFields): void;
  warn(fields: LogFields): void;
  error(fields: LogFields): void;
  child(fields: Readonly<Record<string, unknown>>): Logger;
}

export interface LogFields extends Readonly<Record<string, unknown>> {
  readonly msg: string;
  readonly err?: unknown;
}
