import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export type Claims = Record<string, unknown>;

/** Signs and checks the tokens of the simulated tenant: RS256, one key, published at the JWKS address. */
export class TokenSigner {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly publicJwk: Record<string, unknown>;
  readonly #keyId: string;

  constructor(privateKey: KeyObject) {
    this.#privateKey = privateKey;
    this.#publicKey = createPublicKey(privateKey);
    const { n, e } = this.#publicKey.export({ format: 'jwk' });
    // https://www.rfc-editor.org/rfc/rfc7638: the same key has the same id after a restart.
    this.#keyId = createHash('sha256')
      .update(JSON.stringify({ e, kty: 'RSA', n }))
      .digest('base64url')
      .slice(0, 27);
    this.publicJwk = { kty: 'RSA', use: 'sig', alg: 'RS256', kid: this.#keyId, x5t: this.#keyId, n, e };
  }

  sign(claims: Claims): string {
    const head = encode({ typ: 'JWT', alg: 'RS256', kid: this.#keyId });
    const body = `${head}.${encode(claims)}`;
    return `${body}.${sign('RSA-SHA256', Buffer.from(body), this.#privateKey).toString('base64url')}`;
  }

  /** @returns the claims, or undefined when the signature is not ours. Does not look at the time. */
  verify(token: string): Claims | undefined {
    return verifiedClaims(token, this.#publicKey);
  }
}

export function verifiedClaims(token: string, key: KeyObject): Claims | undefined {
  const [head, body, signature, ...more] = token.split('.');
  if (!head || !body || !signature || more.length > 0) return undefined;
  const { alg } = decode(head) ?? {};
  const signed = Buffer.from(`${head}.${body}`);
  const bytes = Buffer.from(signature, 'base64url');
  if (alg === 'RS256') return verify('RSA-SHA256', signed, key, bytes) ? decode(body) : undefined;
  // Saltlength -1 is that of the digest.
  if (alg === 'PS256')
    return verify('RSA-SHA256', signed, { key, padding: 6, saltLength: -1 }, bytes) ? decode(body) : undefined;
  return undefined;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  } catch {
    return undefined;
  }
}
