import type { QrCodeBlock } from '../composition.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { contactCode } from '../qrCode/contactCode.ts';
import { linkCode } from '../qrCode/linkCode.ts';
import { holds } from '../holds.ts';
import { least, told } from './checkColors.ts';
import { contrastOf } from './contrast.ts';
import type { Finding } from './finding.ts';

/** What keeps a code from being read, whoever it is for. On white in the dark too, so nothing is asked about that. */
export const checkQrCode = ({ id, content, size, color }: QrCodeBlock, width: number): readonly Finding[] => {
  const findings: Finding[] = [];
  const about = (code: Finding['code'], severity: Finding['severity'], values: Finding['values']) =>
    findings.push({ code, severity, blockId: id, values });
  const contrast = contrastOf(color, '#ffffff');
  if (contrast < least) about('qr-low-contrast', 'error', { color, contrast: told(contrast) });
  if (size > width) about('wider-than-signature', 'warning', { width: size, limit: width });
  if (content.kind === 'link' && content.href.kind === 'url' && linkCode(content.href.url, size) === null)
    about('qr-link-too-long', 'error', { size, length: content.href.url.length });
  return findings;
};

interface Eyes {
  readonly person: DesignPerson;
  readonly context: DesignContext;
}

/** What the card of one person has no room for. */
export const checkCard = (
  { id, content, size, condition }: QrCodeBlock,
  { person, context: { qrCodes } }: Eyes,
): readonly Finding[] => {
  if (content.kind !== 'contact' || !holds(condition, person)) return [];
  const website = content.website ? (qrCodes?.website ?? '') : '';
  const { leftOut = [] } = contactCode({ ...content, website, size }, person) ?? {};
  return leftOut.length === 0 ? [] : [{ code: 'qr-shortened', severity: 'warning', blockId: id, values: { size } }];
};
