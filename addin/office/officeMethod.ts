type Done = (result: Pick<Office.AsyncResult<unknown>, 'status' | 'value' | 'error'>) => void;

/** Office sends these as words; @types/office-js declares an enum without values, hence the casts. */
export const resultStatus = {
  Succeeded: 'succeeded' as unknown as Office.AsyncResultStatus,
  Failed: 'failed' as unknown as Office.AsyncResultStatus,
};

/** Office's error objects carry a name and a number as well. */
function officeError(name: string): Office.Error {
  return { name, message: name, code: 9000 };
}

function callbackOf(args: readonly unknown[]): Done {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as Done) : () => undefined;
}

/**
 * An Office method: any arguments, then a callback which, as in Outlook, is called later and never at once. A value that
 * is an Error becomes a failed result.
 */
export function officeMethod(answer: (...args: unknown[]) => unknown): (...args: unknown[]) => void {
  return (...args) => {
    const value = answer(...args);
    const done = callbackOf(args);
    const failed = value instanceof Error;
    queueMicrotask(() =>
      done({
        status: failed ? resultStatus.Failed : resultStatus.Succeeded,
        value: failed ? undefined : value,
        error: failed ? officeError(value.message) : (undefined as unknown as Office.Error),
      }),
    );
  };
}
