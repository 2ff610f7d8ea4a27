import { AnswerTooLarge, readBounded } from '../ports/readBounded.ts';

/** What came back, or in a word why nothing did. */
export type Answer =
  | { readonly status: number; readonly date: Date | null; readonly text: string }
  | { readonly unreachable: string };

/** Milliseconds. */
const patience = 10_000;
/** Nothing that is asked for is longer. Bytes. */
const enough = 200_000;

/** Asks an address of the configuration. Never throws; what it says of a failure is a code and no address. */
export const ask = async (url: string, init: RequestInit = {}): Promise<Answer> => {
  try {
    const response = await fetch(url, { redirect: 'manual', ...init, signal: AbortSignal.timeout(patience) });
    const date = new Date(response.headers.get('date') ?? '');
    const text = await readBounded(response, enough);
    return { status: response.status, date: Number.isNaN(date.getTime()) ? null : date, text };
  } catch (error) {
    return { unreachable: codeOf(error) };
  }
};

/** Not `instanceof`: an error of Node's own belongs to another realm where modules are sandboxed, as in tests. */
const codeOf = (error: unknown): string => {
  if (error instanceof AnswerTooLarge) return 'an answer without end';
  for (const each of [Reflect.get(Object(error), 'cause'), error]) {
    const code: unknown = Reflect.get(Object(each), 'code');
    if (typeof code === 'string') return code;
  }
  return Reflect.get(Object(error), 'name') === 'TimeoutError' ? 'no answer in time' : 'no answer';
};

export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
