import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { makeCertificate, rsaKey } from '../../../tests/support/makeCertificate.ts';
import { readCertificate } from './readCertificate.ts';

const now = new Date('2026-11-01');
const made = makeCertificate({ to: new Date('2027-03-31T10:00:00Z') });
const other = makeCertificate();
const encrypted = rsaKey()
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' })
  .toString();
const ellipticKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a pasted certificate', () => {
  test('is read with its end, its thumbprints and a key in one form', () => {
    const read = readCertificate(made.pem, now);
    expect(read).toMatchObject({
      certificate: {
        notAfter: new Date('2027-03-31T10:00:00Z'),
        thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
        thumbprintSha256: expect.stringMatching(/^[0-9A-F]{64}$/),
        privateKey: made.privateKey,
      },
    });
  });

  test.each([
    ['in the other order', made.privateKey + made.certificate],
    ['with words around it', `Bag Attributes: x\n${made.certificate}friendlyName: y\n${made.privateKey}\n`],
    ['on one line, as single-line fields paste it', made.pem.replaceAll('\n', ' ')],
    ['with Windows line ends', made.pem.replaceAll('\n', '\r\n')],
    ['as part of a chain', other.certificate + made.pem],
  ])('is found %s', (_name, pem) => {
    expect(readCertificate(pem, now)).toEqual(readCertificate(made.pem, now));
  });

  test.each([
    ['certificate-not-pem', 'MIIKDwIBAzCCCc8GCSqGSIb3DQEHAaCC'],
    ['certificate-missing', made.privateKey],
    ['certificate-key-missing', made.certificate],
    ['certificate-key-encrypted', made.certificate + encrypted],
    ['certificate-key-unreadable', made.certificate + made.privateKey.replace(/\n.{60}/, '\nAAAA')],
    ['certificate-unreadable', made.certificate.replace(/\n.{60}/, '\nAAAA') + made.privateKey],
    ['certificate-key-mismatch', made.certificate + other.privateKey],
    ['certificate-key-not-rsa', makeCertificate({ key: ellipticKey }).pem],
    ['certificate-key-weak', makeCertificate({ key: rsaKey(1024) }).pem],
    ['certificate-not-yet-valid', makeCertificate({ from: new Date('2026-11-02') }).pem],
    ['certificate-expired', makeCertificate({ to: new Date('2026-10-31') }).pem],
  ])('that cannot be used says why: %s', (problem, pem) => {
    expect(readCertificate(pem, now)).toEqual({ problem });
  });
});
