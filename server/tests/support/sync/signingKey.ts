import { generateKeyPairSync } from 'node:crypto';

/** One for every authority of the process: making one takes as long as a short test. */
export const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
