import type { AppCredential } from '../../domain/connection/registration.ts';
import {
  endOfDay,
  fieldProblem,
  readRegistrationForm,
  type RegistrationField,
  type RegistrationForm,
} from '../../domain/connection/registrationForm.ts';
import { InvalidFields, type FieldProblem } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CertificateProblem, CertificateReader } from '../../ports/identity.ts';

interface Opened {
  readonly credential: AppCredential;
  readonly thumbprint: string | null;
  readonly expiresAt: string | null;
}

/** What was pasted, as something that can be tried. */
export interface GivenCredential extends Opened {
  readonly groupId: string | null;
  readonly trimmed: readonly RegistrationField[];
}

/** Reads the form and its certificate. Asks nobody. Throws InvalidFields with everything that is wrong, at once. */
export const openCredential = (
  { clock, readCertificate }: { readonly clock: Clock; readonly readCertificate: CertificateReader },
  order: { readonly tenantId: string; readonly form: RegistrationForm },
): GivenCredential => {
  const now = clock.now();
  const { form, trimmed, problems } = readRegistrationForm(order.form, { tenantId: order.tenantId, now });
  const opened =
    form.certificate === '' ? fromSecret(form) : fromCertificate(form, readCertificate(form.certificate, now));
  const all = 'problem' in opened ? [...problems, opened.problem] : problems;
  if ('problem' in opened || all.length > 0)
    throw new InvalidFields({ status: 422, code: 'registration-invalid', problems: all });
  return { ...opened, groupId: form.groupId === '' ? null : form.groupId, trimmed };
};

const fromSecret = ({ clientId, clientSecret, secretExpiresOn }: RegistrationForm): Opened => ({
  credential: { kind: 'secret', clientId, secret: clientSecret },
  thumbprint: null,
  expiresAt: endOfDay(secretExpiresOn),
});

const fromCertificate = (
  { clientId }: RegistrationForm,
  read: ReturnType<CertificateReader>,
): Opened | { readonly problem: FieldProblem } => {
  if ('problem' in read) return { problem: fieldProblem('certificate', read.problem, advice[read.problem]) };
  const { privateKey, thumbprint, thumbprintSha256, notAfter } = read.certificate;
  return {
    credential: { kind: 'certificate', clientId, thumbprintSha256, privateKey },
    thumbprint,
    expiresAt: notAfter.toISOString(),
  };
};

const both = 'Give both in one text: BEGIN CERTIFICATE and BEGIN PRIVATE KEY.';

const advice: Readonly<Record<CertificateProblem, string>> = {
  'certificate-not-pem':
    'This is no PEM text. A .pfx file becomes one with: openssl pkcs12 -in file.pfx -out file.pem -nodes',
  'certificate-missing': `The certificate is missing. ${both}`,
  'certificate-unreadable': 'The certificate cannot be read. Copy all of it, from BEGIN to END.',
  'certificate-key-missing': `The private key is missing. ${both}`,
  'certificate-key-encrypted':
    'The private key has a password. Take it off first: openssl pkey -in key.pem -out open.pem',
  'certificate-key-unreadable': 'The private key cannot be read. Copy all of it, from BEGIN to END.',
  'certificate-key-mismatch': 'Certificate and private key do not belong together.',
  'certificate-key-not-rsa':
    'Entra signs in with RSA keys only. Make a certificate with an RSA key of 2048 bits or more.',
  'certificate-key-weak': 'The key is too short. Make a certificate with an RSA key of 2048 bits or more.',
  'certificate-not-yet-valid': 'The certificate is not valid yet. Check its dates and the clock of this server.',
  'certificate-expired': 'The certificate has expired. Make a new one and upload it to the app registration.',
};
