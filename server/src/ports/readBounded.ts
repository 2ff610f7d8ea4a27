/** An answer was longer than anything that belongs there; the rest of it was not read. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/**
 * The text of an answer of `most` bytes at most, counted after decompression, so that no server elsewhere decides how much
 * memory this one needs. Throws AnswerTooLarge, and what the connection throws.
 */
export const readBounded = async (response: Response, most: number): Promise<string> => {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let size = 0;
  // Leaving the loop closes the connection.
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > most) throw new AnswerTooLarge(`${originOf(response)} answered more than ${String(most)} bytes`);
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  return pieces.join('') + decoder.decode();
};

const originOf = ({ url }: Response): string => (URL.canParse(url) ? new URL(url).origin : 'somebody');
