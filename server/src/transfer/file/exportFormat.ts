import { createHash, type Hash } from 'node:crypto';

/** Raised when a reader of today could not make sense of a file any more. */
export const formatVersion = 1;

/**
 * The first line. An export is UTF-8 text, one JSON object a line: this, then the documents by tenant, collection and
 * id, each group followed by its section, then the end. Every line closes with `sum`, the beginning of the SHA-256 of
 * all lines so far without their sums: a change, a missing line and a moved one show at that very line.
 */
export interface ExportHeader {
  readonly undersign: 'export';
  readonly format: number;
  /** Of the documents: the last migration they have seen. */
  readonly schema: number;
  /** The version of Undersign that wrote the file. */
  readonly product: string;
  readonly createdAt: string;
  readonly collections: readonly string[];
  readonly leftOut: readonly string[];
  /** `keyFingerprint` of the ENCRYPTION_KEY of the source: sealed secrets travel sealed. */
  readonly sealedWith: string | null;
}

export interface DocumentLine {
  readonly collection: string;
  readonly tenant: string;
  readonly document: unknown;
}

export interface SectionLine {
  readonly section: {
    readonly tenant: string;
    readonly collection: string;
    readonly documents: number;
    /** Of the canonical documents, each followed by a line break. */
    readonly sha256: string;
  };
}

export interface EndLine {
  readonly end: { readonly documents: number; readonly sections: number; readonly sha256: string };
}

const sumLength = 16;
const opening = ',"sum":"';
const closing = '"}';
const tailLength = opening.length + sumLength + closing.length;

/** What every line so far adds up to. */
export interface RunningSum {
  /** The line with its sum and a line break. `body` is the text of a JSON object that is not empty. */
  seal(body: string): string;
  /** The line without its sum; null when it is not the line that was written at this place. */
  open(line: Buffer): string | null;
  /** SHA-256 in hex of everything so far. */
  total(): string;
}

export const openRunningSum = (): RunningSum => {
  const hash = createHash('sha256');
  const add = (body: string): string => {
    hash.update(body).update('\n');
    return digest(hash).slice(0, sumLength);
  };
  return {
    seal: (body) => `${body.slice(0, -1)}${opening}${add(body)}${closing}\n`,
    open: (line) => {
      const text = line.toString('utf8');
      const cut = text.length - tailLength;
      const body = `${text.slice(0, Math.max(cut, 0))}}`;
      return cut > 0 && text.slice(cut) === opening + add(body) + closing ? body : null;
    },
    total: () => digest(hash),
  };
};

const digest = (hash: Hash): string => hash.copy().digest('hex');
