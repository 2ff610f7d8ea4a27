/** Graph limits us: requests, or the bytes of an hour. https://learn.microsoft.com/graph/errors */
export const isThrottled = (status: number): boolean => status === 429 || status === 509;

/** A server that cannot do something at all will not be able to in a minute either: 501, and 505 about the way we ask. */
const lasting = new Set([501, 505]);

/** Whether the same request may well be answered when it is sent again. */
export const isPassing = (status: number): boolean =>
  status === 408 || isThrottled(status) || (status >= 500 && !lasting.has(status));

/** What is read is being changed just then. To whoever writes it says that they are too late, and would again. */
const disturbed = new Set([409, 412, 423]);

/** The same of a question. */
export const isPassingRead = (status: number): boolean => isPassing(status) || disturbed.has(status);
