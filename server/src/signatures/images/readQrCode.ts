import { contactCode } from '../../domain/design/qrCode/contactCode.ts';
import type { QrCode } from '../../domain/design/qrCode/fitQrCode.ts';
import { linkCode } from '../../domain/design/qrCode/linkCode.ts';
import type { DesignPerson, DrawnQrCode } from '../../domain/design/designPerson.ts';
import { samplePerson } from '../../domain/design/samplePerson.ts';
import type { EncodedImage, ImageEncoder } from '../../ports/imageEncoder.ts';
import { localToday } from '../assignments/localToday.ts';
import { readPerson } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { askedQrCode, marked, qrCodePurpose, type AskedQrCode } from './qrCodePath.ts';

export type QrCodeDesk = Pick<RenderDesk, 'repositories' | 'clock' | 'secretBox' | 'publicUrl'> & {
  readonly imageEncoder: ImageEncoder;
};

/**
 * The QR code at an address. Null where its mark is not ours, and where the card says, or would say, something else by now:
 * only who has seen a signature knows the address, who left is shown no more, nor what somebody has changed or taken out.
 */
export const readQrCode = async (desk: QrCodeDesk, address: string): Promise<EncodedImage | null> => {
  const asked = askedQrCode(address);
  const code = asked === null ? null : await codeOf(desk, asked);
  if (asked === null || code === null) return null;
  const { tenantId, mark, color, size, content } = asked;
  const drawn: DrawnQrCode = { content, text: code.text, size, color };
  if (!desk.secretBox.isMark(qrCodePurpose, marked(tenantId, drawn), mark)) return null;
  return desk.imageEncoder.drawQrCode({ ...code, color, size });
};

const codeOf = async (desk: QrCodeDesk, { tenantId, content, text, size }: AskedQrCode): Promise<QrCode | null> => {
  if (content.kind === 'link') return linkCode(text ?? '', size);
  const person = await findPerson(desk, tenantId, content.personId);
  if (person === null) return null;
  const website = content.website ? (await desk.repositories.brands.get(tenantId)).value.website : '';
  return contactCode({ fields: content.fields, website, size }, person)?.code ?? null;
};

/** As their signature shows them today; null where there is nobody, or nobody any more. */
const findPerson = async (desk: QrCodeDesk, tenantId: string, id: string): Promise<DesignPerson | null> => {
  const today = localToday(desk.clock);
  const sample = samplePerson(today);
  if (id === sample.id) return sample;
  const teammate = await desk.repositories.teammates.get(tenantId, id);
  if (teammate?.status !== 'active') return null;
  return readPerson(desk, tenantId, { teammate, today, asked: { groups: [], units: [] }, withManagers: false });
};
