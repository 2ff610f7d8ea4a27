/**
 * Counts what manifests have said. A test compares `content` with what they say now and tells the next number; Microsoft
 * 365 takes an update only under a higher one.
 */
export const manifestRevision = { number: 3, content: '24f5f6ae2235' };
