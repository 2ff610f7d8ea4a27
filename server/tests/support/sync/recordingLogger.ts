import type { LogFields, Logger } from '../../../src/ports/telemetry/logger.ts';

export interface RecordingLogger extends Logger {
  /** Every line as it would be written, for tests that look for what must not be there. */
  readonly lines: readonly string[];
}

export const openRecordingLogger = (): RecordingLogger => {
  const lines: string[] = [];
  const write = (fields: LogFields): void => {
    const { err, ...rest } = fields;
    lines.push(`${JSON.stringify(rest)} ${err instanceof Error ? (err.stack ?? err.message) : ''}`);
  };
  const logger: RecordingLogger = { lines, debug: write, info: write, warn: write, error: write, child: () => logger };
  return logger;
};
