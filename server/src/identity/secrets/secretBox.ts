import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretBox } from '../../ports/secretBox.ts';

const ivLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM with the purpose as additional data; the result is base64url of iv, tag and cipher text. Keys are 32 bytes.
 * `earlier` keys open what they sealed and seal nothing any more.
 */
export const openSecretBox = (key: Uint8Array, earlier: readonly Uint8Array[] = []): SecretBox => {
  const openEarlier = (purpose: string, sealed: string): string | null => {
    for (const one of earlier) {
      const text = open(one, purpose, sealed);
      if (text !== null) return text;
    }
    return null;
  };
  return {
    seal: (purpose, text) => seal(key, purpose, text),
    open: (purpose, sealed) => open(key, purpose, sealed) ?? openEarlier(purpose, sealed),
    renew: (purpose, sealed) => {
      if (open(key, purpose, sealed) !== null) return null;
      const text = openEarlier(purpose, sealed);
      return text === null ? null : seal(key, purpose, text);
    },
    mark: (purpose, text) => markOf(key, purpose, text).toString('base64url'),
    isMark: (purpose, text, mark) => {
      const bytes = Buffer.from(mark, 'base64url');
      return (
        bytes.length === markLength &&
        [key, ...earlier].some((one) => timingSafeEqual(markOf(one, purpose, text), bytes))
      );
    },
  };
};

const markLength = 16;

/** By a key of its own, since the other one seals. */
const markOf = (key: Uint8Array, purpose: string, text: string): Buffer => {
  const own = createHmac('sha256', key).update(`undersign mark ${purpose}`).digest();
  return createHmac('sha256', own).update(text).digest().subarray(0, markLength);
};

const seal = (key: Uint8Array, purpose: string, text: string): string => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

const open = (key: Uint8Array, purpose: string, sealed: string): string | null => {
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
};
