export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

function parseBlock(block: string): StreamEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0 || line === '') continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  }
  return data.length > 0 ? { event, data: data.join('\n') } : null;
}

/**
 * Cuts server-sent events out of text that arrives in pieces of any size. EventSource cannot send a bearer token, so the
 * pane reads the stream itself. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openEventParser(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    // A CR at the end may be the first half of a CRLF: it waits for the next piece.
    const text = rest + piece;
    const usable = text.endsWith('\r') ? text.slice(0, -1) : text;
    const blocks = usable.replace(/\r\n?/g, '\n').split('\n\n');
    rest = (blocks.pop() ?? '') + text.slice(usable.length);
    return blocks.map(parseBlock).filter((event) => event !== null);
  };
}

/** The events of an open answer, one by one, until it ends. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const parse = openEventParser();
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* parse(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
