/** Nobody waits longer at a time, whatever Graph asks for. Milliseconds. */
export const longestAsked = 10 * 60_000;

/**
 * How long Graph asks us to wait, in milliseconds: whole or fractional seconds, or an HTTP date. Null when it does
 * not say. https://learn.microsoft.com/graph/throttling
 */
export const retryAfter = (header: string | null, now: Date): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return clamp(seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : clamp(date - now.getTime());
};

const clamp = (milliseconds: number): number => Math.min(Math.max(milliseconds, 0), longestAsked);
