import { AdminActionError, DirectoryError, RequestError, UndersignError } from '../../domain/errors.ts';

/** A response Graph gave for good, after retries. */
export interface GraphResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the text says, where it claims to be JSON and was read already. */
  readonly json?: unknown;
}

interface GraphErrorBody {
  readonly code: string;
  readonly message: string;
}

/** Reads `{error:{code,message}}`; anything else becomes an empty code. https://learn.microsoft.com/graph/errors */
const readErrorBody = (text: string): GraphErrorBody => {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    return { code: String(error?.code ?? ''), message: String(error?.message ?? '') };
  } catch {
    return { code: '', message: '' };
  }
};

const expiredLink = new Set(['syncStateNotFound', 'Directory_ExpiredPageToken', 'resyncRequired', 'syncStateInvalid']);

/** The one place where Graph's errors become ours. */
export const translateGraphError = (response: GraphResponse): UndersignError => {
  const { code, message } = readErrorBody(response.text);
  const graphRequestId = response.headers.get('request-id') ?? undefined;
  const options = {
    detail: `Graph answered ${String(response.status)} ${code}: ${message}`,
    ...(graphRequestId === undefined ? {} : { graphRequestId }),
  };
  if (response.status === 410 || expiredLink.has(code) || /badly formed token/i.test(message)) {
    return new DirectoryError(
      'directory-link-expired',
      'Microsoft Graph forgot where the reading was; it starts over.',
      options,
    );
  }
  return byStatus(response.status, options);
};

interface Particulars {
  readonly detail: string;
  readonly graphRequestId?: string;
}

/** What a 403 says. */
export const permissionMissing = (options: Particulars): AdminActionError =>
  new AdminActionError(
    'permission-missing',
    'A permission is missing to read this part of the directory. Grant it on the Connect page.',
    options,
  );

/** What a 429 says, and whoever cannot wait until Graph is asked again. */
export const throttled = (options: Particulars): DirectoryError =>
  new DirectoryError('directory-throttled', 'Microsoft Graph is limiting us. Try again in a few minutes.', options);

const byStatus = (status: number, options: Particulars): UndersignError => {
  switch (status) {
    case 401:
      return new AdminActionError(
        'consent-missing',
        'Microsoft Entra refused our access to the directory. Give consent again.',
        options,
      );
    case 403:
      return permissionMissing(options);
    case 404:
      return new DirectoryError('directory-object-gone', 'This is no longer in the directory.', options);
    case 429:
    case 509:
      return throttled(options);
    case 400:
    case 414:
      return new DirectoryError(
        'directory-request-refused',
        'Microsoft Graph did not accept our question. This is a fault of ours.',
        options,
      );
    default:
      return new DirectoryError(
        'directory-unavailable',
        'Microsoft Graph does not answer. Try again in a few minutes.',
        options,
      );
  }
};

/** For failures below HTTP: refused connection, reset, time-out. */
export const unreachable = (cause: unknown): DirectoryError =>
  new DirectoryError('directory-unavailable', 'Microsoft Graph cannot be reached. Check the network of this server.', {
    cause,
  });

/** More than any answer to what we ask has. */
export const tooLarge = (cause: unknown): DirectoryError =>
  new DirectoryError(
    'directory-answer-too-large',
    'Microsoft Graph answered more than this server takes in at once. If it stays so, tell the operator.',
    { cause },
  );

/** A place in a list that Graph does not know (any more). */
export const badCursor = (): RequestError =>
  new RequestError(400, 'bad-cursor', 'This list has changed. Start from its first page.');

export const isGone = (error: unknown): boolean =>
  error instanceof UndersignError && error.code === 'directory-object-gone';

/** A place in a list that Graph has forgotten, or from which it leads nowhere. */
export const isExpired = (error: unknown): boolean =>
  error instanceof UndersignError && error.code === 'directory-link-expired';

/** Graph does not answer this very question, and would not if it were asked again. */
export const isRefused = (error: unknown): boolean =>
  error instanceof UndersignError && error.code === 'directory-request-refused';

/** No permission that we have lets us ask this. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof UndersignError && error.code === 'permission-missing';
