/**
 * Errors named by who must act. `message` is for the person who reads the response, so it says what happened and
 * what to do; `detail` goes to the log only. Anything that is not one of these is a bug.
 */
export interface ErrorOptions {
  readonly cause?: unknown;
  /** For the log alone: may name ids and vendor texts, never secrets. */
  readonly detail?: string;
  /** Values the pane needs to word the message in the reader's language. */
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Microsoft Graph's `request-id`, for a support case. */
  readonly graphRequestId?: string;
}

export abstract class UndersignError extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
  readonly graphRequestId: string | undefined;

  constructor(code: string, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.values = options.values ?? {};
    this.graphRequestId = options.graphRequestId;
    this.name = new.target.name;
  }
}

/** The caller must change the request. `status` is 400–413 or 429. */
export class RequestError extends UndersignError {
  readonly status: number;
  constructor(status: number, code: string, message: string, options: ErrorOptions = {}) {
    super(code, message, options);
    this.status = status;
  }
}

/** One field that is wrong: where it stands in the request, what the pane translates, and English for everybody else. */
export interface FieldProblem {
  /** Such as `body.clientSecret`; `body` when it is about no single field. */
  readonly path: string;
  readonly message: string;
  readonly code?: string;
}

/** The caller must change these fields. */
export class InvalidFields extends RequestError {
  readonly problems: readonly FieldProblem[];
  constructor({ status, code, problems, message, ...options }: InvalidFieldsOptions) {
    super(status, code, message ?? problems[0]?.message ?? 'The request is not valid.', options);
    this.problems = problems;
  }
}

interface InvalidFieldsOptions extends ErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly FieldProblem[];
  /** Left out: that of the first problem. */
  readonly message?: string;
}

/** The template's author must change the template. */
export class TemplateError extends UndersignError {}

/** The tenant's admin must act: give consent, renew a secret, approve departures. */
export class AdminActionError extends UndersignError {}

/**
 * Microsoft refuses for good, and says nothing about consent by that: asking again is no use, and what was granted is
 * not taken for revoked. Whoever manages the app has to look.
 */
export class FinalRefusal extends UndersignError {}

/** The directory did not answer as asked; most of these pass by themselves. */
export class DirectoryError extends UndersignError {}

/** The operator must act: disk full, file unreadable, database away. */
export class StorageError extends UndersignError {}

/** Another writer was first; read again and decide again. */
export class StaleRevision extends StorageError {
  constructor(collection: string, id: string) {
    super('stale-revision', 'Someone else changed this at the same moment. Reload and try again.', {
      detail: `${collection}/${id}`,
    });
  }
}

/** Another process has taken over the work this write belongs to; write nothing more. */
export class LeaseLost extends StorageError {
  constructor(collection: string) {
    super('lease-lost', 'This work went on elsewhere meanwhile. Look at the result there, or try again.', {
      detail: collection,
    });
  }
}

/** A unique key is taken by another document. */
export class Duplicate extends StorageError {
  constructor(collection: string, key: string, options: ErrorOptions = {}) {
    super('duplicate', `Another entry already has this ${key}.`, { detail: `${collection}.${key}`, ...options });
  }
}

/** The operator must correct the configuration; `problems` lists all of them at once. */
export class ConfigError extends UndersignError {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super('config', problems.join('\n'));
    this.problems = problems;
  }
}
