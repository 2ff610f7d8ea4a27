/**
 * Turns an Office call with a callback into a promise. Rejects when Office reports a failure, when the call throws, and
 * when this client does not have it.
 */
function callOffice<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(result.error?.name ?? 'Office call failed'));
    });
  });
}

/** The same, but a failure is worth no more than the answer `otherwise`. */
export async function askOffice<T>(
  call: (done: (result: Office.AsyncResult<T>) => void) => void,
  otherwise: T,
): Promise<T> {
  try {
    return await callOffice(call);
  } catch {
    return otherwise;
  }
}

/** For calls that answer nothing, so that success and failure are all there is. */
export async function tellOffice(call: (done: (result: Office.AsyncResult<void>) => void) => void): Promise<void> {
  await callOffice(call);
}
