import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../ports/secretBox.ts';

const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM with the purpose as additional data. `key` is 32 bytes; result is base64url of iv, tag and cipher text. */
export const openSecretBox = (key: Uint8Array): SecretBox => ({
  seal: (purpose, text) => {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  },
  open: (purpose, sealed) => {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < ivLength + tagLength) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
});
