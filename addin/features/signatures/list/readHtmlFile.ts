/** Where a document says how its letters are written: within its first kilobyte, as browsers look for it. */
const said = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;

const marks = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
] as const;

function decodeUtf8(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A name that could be read in single bytes says nothing where it is one of two: the file was saved anew since. */
function decodeAsSaid(bytes: Uint8Array<ArrayBuffer>, name: string): string | null {
  try {
    const decoder = new TextDecoder(name);
    return decoder.encoding.startsWith('utf-16') ? null : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The HTML in a file, such as the `.htm` that Outlook keeps of a signature: by its mark, else as it says itself, else in UTF-8,
 * else as Windows in Western Europe writes.
 */
export async function readHtmlFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding;
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const name = said.exec(head)?.[1];
  const asSaid = name === undefined ? null : decodeAsSaid(bytes, name);
  return asSaid ?? decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}
