import { settleWithin } from '../deadline.ts';

/**
 * "Wait until the previous call completes": Outlook on the web, the new Outlook and phones take three calls at a time.
 * https://learn.microsoft.com/office/dev/add-ins/outlook/limits-for-activation-and-javascript-api-for-outlook-add-ins
 */
const BUSY = 5100;
/** So long a busy Outlook is left alone, and so often it is asked again: a second in all. */
const AGAIN_MS = 50;
const AGAIN = 20;

/**
 * Turns an Office call with a callback into a promise. Rejects when Office reports a failure other than that it is busy,
 * when the call throws, and when this client does not have it.
 */
export function callOffice<T>(
  call: (done: (result: Office.AsyncResult<T>) => void) => void,
  again = AGAIN,
): Promise<T> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else if (error?.code === BUSY && again > 0) setTimeout(() => resolve(callOffice(call, again - 1)), AGAIN_MS);
      else reject(new Error(error?.name ?? 'Office call failed'));
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
