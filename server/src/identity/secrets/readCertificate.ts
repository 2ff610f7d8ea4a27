import { X509Certificate, createPrivateKey, type KeyObject } from 'node:crypto';
import type { CertificateProblem, CertificateReader } from '../../ports/identity.ts';

interface Block {
  readonly label: string;
  readonly pem: string;
  readonly isEncrypted: boolean;
}

const blockPattern = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** The blocks of a PEM text, with the line breaks that fields of one line swallow put back. */
const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(blockPattern)].map(([, label = '', body = '']) => {
    const isEncrypted = label.startsWith('ENCRYPTED') || body.includes('ENCRYPTED');
    const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
    return { label, isEncrypted, pem: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
  });

/** Null for what cannot be read. OpenSSL's own words are dropped: they help nobody and come near the key. */
const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

type Read = { readonly problem: CertificateProblem } | { readonly x509: X509Certificate; readonly key: KeyObject };

/** A chain or a whole folder may have been pasted: the certificate is the one that belongs to the key. */
const readPair = (blocks: readonly Block[]): Read => {
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  if (certificates.length === 0) return { problem: 'certificate-missing' };
  if (keys.length === 0) return { problem: 'certificate-key-missing' };
  const [plain] = keys.filter((key) => !key.isEncrypted);
  if (plain === undefined) return { problem: 'certificate-key-encrypted' };
  const key = attempt(() => createPrivateKey(plain.pem));
  if (key === null) return { problem: 'certificate-key-unreadable' };
  const readable = certificates.flatMap(({ pem }) => attempt(() => new X509Certificate(pem)) ?? []);
  if (readable.length === 0) return { problem: 'certificate-unreadable' };
  const x509 = readable.find((one) => one.checkPrivateKey(key));
  return x509 === undefined ? { problem: 'certificate-key-mismatch' } : { x509, key };
};

/** Entra signs in with RSA alone. https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
const unfit = ({ x509, key }: { readonly x509: X509Certificate; readonly key: KeyObject }, now: Date) => {
  if (key.asymmetricKeyType !== 'rsa') return 'certificate-key-not-rsa';
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return 'certificate-key-weak';
  if (x509.validFromDate > now) return 'certificate-not-yet-valid';
  return x509.validToDate <= now ? 'certificate-expired' : null;
};

const hex = (fingerprint: string): string => fingerprint.replaceAll(':', '');

export const readCertificate: CertificateReader = (pem, now) => {
  const blocks = blocksOf(pem);
  if (blocks.length === 0) return { problem: 'certificate-not-pem' };
  const read = readPair(blocks);
  if ('problem' in read) return read;
  const problem = unfit(read, now);
  if (problem !== null) return { problem };
  const { x509, key } = read;
  return {
    certificate: {
      thumbprint: hex(x509.fingerprint),
      thumbprintSha256: hex(x509.fingerprint256),
      notAfter: x509.validToDate,
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
};
