import { settleWithin } from '../deadline.ts';

/**
 * Turns an Office call with a callback into a promise. Rejects when Office reports a failure, when the call throws, and
 * when this client does not have it.
 */
export function callOffice<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(result.error?.name ?? 'Office call failed'));
    });
  });
}

/** A client that does not answer a simple question in this time will not. Milliseconds. */
const ANSWER_MS = 1500;

/**
 * The same, but a failure or silence is worth no more than the answer `otherwise`. Nor is a success without a value, which
 * some Outlooks have for what is not there, or not yet (office-js #5951).
 */
export async function askOffice<T>(
  call: (done: (result: Office.AsyncResult<T | null>) => void) => void,
  otherwise: T,
): Promise<T> {
  return (await settleWithin(ANSWER_MS, callOffice(call), otherwise)) ?? otherwise;
}

/** For calls that answer nothing, so that success and failure are all there is. */
export async function tellOffice(call: (done: (result: Office.AsyncResult<void>) => void) => void): Promise<void> {
  await callOffice(call);
}
