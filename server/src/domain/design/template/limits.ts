/** Of filling in a template: Liquid hands on of an error what it says, so by its words a limit is known again. */
export const limitExceeded = (what: 'output' | 'render' | 'style'): Error => new Error(`${what} limit exceeded`);

/** Ours, Liquid's own, and those of the machine: how deep calls may go, and how long a text may be. */
export const isLimit = (reason: string): boolean => /limit exceeded|call stack|string length/.test(reason);
