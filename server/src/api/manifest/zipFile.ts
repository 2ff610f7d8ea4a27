import { crc32 } from 'node:zlib';

/** A fixed moment, 1 January 2020 00:00, so that the same content is the same file. */
const dosTime = 0;
const dosDate = (40 << 9) | (1 << 5) | 1;
const inUtf8 = 0x0800;

/** A ZIP archive of a few small files, stored as they are: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16. */
export const zipFile = (files: Readonly<Record<string, Buffer>>): Buffer => {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path, 'utf8');
    const about = describe(name, content);
    const body = Buffer.concat([uint32(0x04034b50), about, name, content]);
    // Made by version 2.0; no comment, first disk, no attributes.
    const rest = Buffer.concat([Buffer.alloc(10), uint32(offset)]);
    entries.push(Buffer.concat([uint32(0x02014b50), uint16(20), about, rest, name]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const counts = [uint16(entries.length), uint16(entries.length)];
  const end = [uint32(0x06054b50), Buffer.alloc(4), ...counts, uint32(directory.length), uint32(offset), uint16(0)];
  return Buffer.concat([...bodies, directory, ...end]);
};

/** What the header of a file and its entry in the directory have in common. */
const describe = (name: Buffer, content: Buffer): Buffer =>
  Buffer.concat([
    ...[20, inUtf8, 0, dosTime, dosDate].map(uint16),
    ...[crc32(content), content.length, content.length].map(uint32),
    ...[name.length, 0].map(uint16),
  ]);

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
