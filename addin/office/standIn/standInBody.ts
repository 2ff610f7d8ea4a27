import { officeMethod } from '../officeMethod.ts';
import type { Report, StandInMail } from './standInMail.ts';

function formatOf(options: unknown): 'html' | 'text' {
  const isHtml = (options as Office.CoercionTypeOptions | undefined)?.coercionType === 'html';
  return isHtml ? 'html' : 'text';
}

/** Refuses what Outlook refuses: HTML in a plain-text body, and more than 30,000 characters. */
function refusal(mail: StandInMail, content: unknown, format: 'html' | 'text'): Error | null {
  if (typeof content !== 'string') return new Error('ParameterError');
  if (format === 'html' && mail.format === 'text') return new Error('InvalidFormatError');
  return content.length > 30_000 ? new Error('DataExceedsMaximumSize') : null;
}

/** Near enough to what Outlook makes of HTML. */
const asText = (content: string, format: 'html' | 'text'): string =>
  format === 'html'
    ? content
        .split('<')
        .map((part) => part.slice(part.indexOf('>') + 1))
        .join(' ')
    : content;

interface BodyOptions {
  readonly report: Report;
  /** As Outlook on the web does with plain text: a second signature is added to the first (office-js #2038). */
  readonly addsText: boolean;
}

/**
 * A body with one place for the signature, below what is typed and above what stood there. Writing into it is reported,
 * and refused as Outlook would.
 */
export function openStandInBody(mail: StandInMail, { report, addsText }: BodyOptions) {
  let typed = '';
  let signature = '';
  const take = (kind: 'signatureSet' | 'prepended' | 'insertedAtCursor') =>
    officeMethod((content, options) => {
      const format = formatOf(options);
      const refused = refusal(mail, content, format);
      if (refused) return refused;
      const text = asText(String(content), format);
      if (kind === 'signatureSet') signature = addsText && format === 'text' ? `${text}\n${signature}` : text;
      else typed = `${text}\n${typed}`;
      report({ kind, content: String(content), format });
      return undefined;
    });
  const office = {
    getTypeAsync: officeMethod(() => mail.format),
    getAsync: officeMethod(() => [typed, signature, mail.body ?? ''].join('\n')),
    setSignatureAsync: take('signatureSet'),
    prependAsync: take('prepended'),
    setSelectedDataAsync: take('insertedAtCursor'),
  } satisfies Pick<
    Office.Body,
    'getTypeAsync' | 'getAsync' | 'setSignatureAsync' | 'prependAsync' | 'setSelectedDataAsync'
  >;
  return {
    office,
    type: (text: string) => void (typed += text),
    /** A text that was added to another is none that Outlook knows as a signature. */
    takeOutSignature: () => void (signature = addsText && mail.format === 'text' ? signature : ''),
    typeIntoSignature: (text: string) => void (signature = `${signature.trimEnd()} ${text}`),
  };
}
