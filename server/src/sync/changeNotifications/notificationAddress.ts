const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where Graph shall send what it has to tell. */
export interface NotificationAddress {
  readonly notificationUrl: string;
  readonly lifecycleUrl: string;
}

const isLoopback = (url: string): boolean => loopbackHosts.has(new URL(url).hostname);

/**
 * Null when Microsoft cannot reach us: it takes https only, and no loopback address. A directory on this very machine
 * (the demo's) reaches either.
 */
export const notificationAddress = (publicUrl: string, graphUrl: string): NotificationAddress | null => {
  const isReachable = isLoopback(publicUrl) ? isLoopback(graphUrl) : publicUrl.startsWith('https:');
  if (!isReachable) return null;
  const notificationUrl = `${publicUrl}/api/notifications`;
  return { notificationUrl, lifecycleUrl: `${notificationUrl}/lifecycle` };
};
