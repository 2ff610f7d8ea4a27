import { createHash } from 'node:crypto';
import { checkHeader, newerFile } from './checkHeader.ts';
import {
  openRunningSum,
  type DocumentLine,
  type EndLine,
  type ExportHeader,
  type RunningSum,
  type SectionLine,
} from './exportFormat.ts';
import { readLines, type Line } from './readLines.ts';
import { entryOf, type Entry } from '../storeEntries.ts';
import { codeOf, transferError, translateFileError, type TransferCode } from '../transferError.ts';
import { transferredByName } from '../transferred.ts';

/** What a file is made of, in the order in which it comes. */
export type ExportPart =
  | { readonly kind: 'header'; readonly header: ExportHeader }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'end'; readonly checksum: string };

/**
 * Reads an export and checks every line on the way. Whoever needs the whole of it to be right reads to the end first:
 * only then nothing is missing. Throws StorageError that names the line.
 */
export async function* readExport(path: string): AsyncGenerator<ExportPart> {
  const take = openPartReader(path);
  let line = 0;
  let end: ExportPart | null = null;
  try {
    for await (const read of readLines(path)) {
      line = read.number;
      if (end !== null) throw unsound({ path, line }, 'file-altered', 'Something follows the end');
      const part = take(read);
      if (part?.kind === 'end') end = part;
      else if (part !== null) yield part;
    }
  } catch (error) {
    throw translateReadError(error, { path, line });
  }
  if (end === null) throw unsound({ path, line: line + 1 }, 'file-truncated', 'The file ends too early');
  // Last of all: whoever sees it knows that nothing follows.
  yield end;
}

interface Place {
  readonly path: string;
  readonly line: number;
}

const unsound = ({ path, line }: Place, code: TransferCode, what: string): Error =>
  transferError(code, `${what}: ${path}, line ${line}. Nothing of it can be trusted; take another copy of it.`);

type AnyLine = DocumentLine | SectionLine | EndLine;

/** Null for a line that says nothing new. */
const openPartReader = (path: string): ((line: Line) => ExportPart | null) => {
  const sum = openRunningSum();
  const tally = openTally();
  let hasHeader = false;
  return (line) => {
    if (!hasHeader) checkHeader(path, line);
    const place = { path, line: line.number };
    const checksum = sum.total();
    const parsed = bodyOf(sum, line, place);
    if (hasHeader) return takeLine(parsed as AnyLine, { tally, place, checksum });
    hasHeader = true;
    return { kind: 'header', header: parsed as ExportHeader };
  };
};

/** The object of a line that is, by its sum, the very line that `exportStore` wrote at this place. */
const bodyOf = (sum: RunningSum, { bytes, ended }: Line, place: Place): unknown => {
  if (!ended) throw unsound(place, 'file-truncated', 'The file ends in the middle of a line');
  const body = sum.open(bytes);
  if (body !== null) return JSON.parse(body);
  throw unsound(place, 'file-altered', 'A line is not as it was written, or one before it is missing');
};

interface Reading {
  readonly tally: ReturnType<typeof openTally>;
  readonly place: Place;
  /** Of the lines before this one. */
  readonly checksum: string;
}

const takeLine = (parsed: AnyLine, { tally, place, checksum }: Reading): ExportPart | null => {
  if ('document' in parsed) {
    const { collection, tenant, document } = parsed;
    const declaration = transferredByName.get(collection);
    if (declaration === undefined)
      throw newerFile(place.path, `line ${place.line} holds ${collection}, which this version does not know`);
    const entry = entryOf(declaration, tenant, document);
    tally.add(entry);
    return { kind: 'entry', entry };
  }
  if ('section' in parsed) {
    if (!tally.closes(parsed)) throw unsound(place, 'file-altered', 'A section does not add up');
    return null;
  }
  const { documents, sha256 } = parsed.end;
  if (documents !== tally.documents() || sha256 !== checksum)
    throw unsound(place, 'file-altered', 'The file does not add up');
  return { kind: 'end', checksum };
};

const openTally = () => {
  const newSection = () => ({ documents: 0, hash: createHash('sha256') });
  let section = newSection();
  let documents = 0;
  return {
    documents: () => documents,
    add: ({ text }: Entry): void => {
      documents += 1;
      section.documents += 1;
      section.hash.update(text).update('\n');
    },
    closes: ({ section: told }: SectionLine): boolean => {
      const { documents: count, hash } = section;
      section = newSection();
      return told.documents === count && told.sha256 === hash.digest('hex');
    },
  };
};

/** https://nodejs.org/api/zlib.html#error-codes-and-constants: a packed file that stops early, one that was altered. */
const translateReadError = (error: unknown, place: Place): unknown => {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return unsound(place, 'file-truncated', 'The packed file ends too early after');
  if (code.startsWith('Z_')) return unsound(place, 'file-altered', 'The packed file is damaged after');
  return translateFileError(error, place.path);
};
