import { createHash } from 'node:crypto';
import { guidOf } from '../../domain/text/guidOf.ts';

/** The namespace of names that are addresses: RFC 9562, section 6.6. */
const addresses = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The id of the add-in at an address, as a UUID of version 5: always the same for one address, and another for every
 * other, so that a test environment and the real one can be in Outlook side by side.
 */
export const environmentId = (address: string): string => {
  const bytes = createHash('sha1').update(addresses).update(address).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return guidOf(bytes.toString('hex'));
};
