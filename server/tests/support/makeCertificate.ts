import { generateKeyPairSync, sign, type KeyPairKeyObjectResult } from 'node:crypto';

export interface MadeCertificate {
  /** Certificate and private key, as an admin pastes them. */
  readonly pem: string;
  readonly certificate: string;
  readonly privateKey: string;
  /** For the simulator's registration. */
  readonly publicKey: string;
}

export interface CertificateWish {
  readonly from?: Date;
  readonly to?: Date;
  readonly key?: KeyPairKeyObjectResult;
}

export const rsaKey = (modulusLength = 2048): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength });

/** A self-signed certificate of any dates and key: Node reads X.509 but writes none. */
export const makeCertificate = ({ from, to, key = rsaKey() }: CertificateWish = {}): MadeCertificate => {
  const algorithm = key.privateKey.asymmetricKeyType === 'rsa' ? rsaWithSha256 : ecdsaWithSha256;
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('Undersign test')))));
  const dates = sequence(time(from ?? new Date('2020-01-01')), time(to ?? new Date('2045-01-01')));
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(der(0x02, Buffer.from([1])), algorithm, name, dates, name, spki);
  const signature = sign('sha256', content, key.privateKey);
  const bytes = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  const privateKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { pem: certificate + privateKey, certificate, privateKey, publicKey };
};

/** Tag, length, value. https://www.itu.int/rec/T-REC-X.690 */
const der = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const time = (at: Date): Buffer => der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, '')));

const rsaWithSha256 = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const ecdsaWithSha256 = Buffer.from('300a06082a8648ce3d040302', 'hex');
const commonName = Buffer.from('0603550403', 'hex');
