/** Where a document says how its letters are written: within its first kilobyte, as browsers look for it. */
const said = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;

const marks = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
] as const;

function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
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
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const named = marked ?? said.exec(head)?.[1];
  const asSaid = named === undefined ? null : decode(bytes, named, false);
  return asSaid ?? decode(bytes, 'utf-8', true) ?? new TextDecoder('windows-1252').decode(bytes);
}
