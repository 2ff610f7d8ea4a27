import { inspect } from 'node:util';
import { percentDecoded } from '../../../domain/text/percentDecoded.ts';

/** Takes the credentials of a connection string out of texts and errors, which end in logs and on screens. */
export interface Redaction {
  text(text: string): string;
  /** The same error, or a copy of what it says when anything inside it tells a credential. */
  error(error: unknown): unknown;
}

const stars = '***';

export const openRedaction = (url: string): Redaction => {
  const secrets = credentialsOf(url);
  const text = (given: string): string =>
    secrets
      .reduce((all, secret) => all.replaceAll(secret, stars), given)
      .replace(/(mongodb(?:\+srv)?:\/\/)[^@\s/]*@/g, `$1${stars}@`);
  return {
    text,
    error: (error) => {
      if (!(error instanceof Error) && !isErrorLike(error)) return error;
      // Errors of bulk writes carry whole documents, which are profiles of people.
      const isTelling =
        'result' in error ||
        'writeErrors' in error ||
        text(inspect(error, { depth: 6 })) !== inspect(error, { depth: 6 });
      return isTelling ? copyOf(error, text) : error;
    },
  };
};

const isErrorLike = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && typeof Reflect.get(error, 'message') === 'string';

const copyOf = (error: Error, text: (given: string) => string): Error => {
  const copy = Object.assign(new Error(text(error.message)), { code: Reflect.get(error, 'code') });
  copy.name = error.name;
  copy.stack = text(error.stack ?? '');
  return copy;
};

/** User and password as they stand in the URL and as they are meant, the longer first. A user alone is no secret. */
const credentialsOf = (url: string): readonly string[] => {
  const authority = /^[^:]+:\/\/([^/]*)@/.exec(url)?.[1] ?? '';
  const password = authority.includes(':') ? authority.slice(authority.indexOf(':') + 1) : '';
  const forms = [password, percentDecoded(password)].filter((form) => form !== '');
  return [...new Set(forms)].sort((left, right) => right.length - left.length);
};
