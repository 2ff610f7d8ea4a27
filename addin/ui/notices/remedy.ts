const unconnected: readonly string[] = ['not-connected', 'tenant-not-connected'];

const atConnection: readonly string[] = [
  ...unconnected,
  ...['consent-missing', 'permission-missing', 'secret-wrong', 'secret-expired', 'entra-refused', 'client-public'],
];

/** How the tenant stands, which is no fault. */
const states: readonly string[] = [...unconnected, 'tenant-erasing'];

export const isUnconnected = (code: string): boolean => unconnected.includes(code);

/** Whether the page about the connection is where it is put right. */
export const isSettledAtConnection = (code: string): boolean => atConnection.includes(code);

/** Whether nothing broke: the tenant stands so that there is no answer. */
export const isState = (code: string): boolean => states.includes(code);

/** Whether the same request may be answered another time without anything being done in between. */
export const isWorthRetrying = (code: string): boolean =>
  !isState(code) && code !== 'forbidden' && code !== 'not-found';
