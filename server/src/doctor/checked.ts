/** What was looked at, how it is, and what to do about it. No text here holds a secret. */
export interface Checked {
  /** Stable, for whoever reads it by a program. */
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly message: string;
  /** What to do; null where all is well. */
  readonly action: string | null;
}

export const ok = (check: string, message: string): Checked => ({ check, status: 'ok', message, action: null });

export const warning = (check: string, message: string, action: string): Checked => ({
  check,
  status: 'warning',
  message,
  action,
});

export const failed = (check: string, message: string, action: string): Checked => ({
  check,
  status: 'failed',
  message,
  action,
});
