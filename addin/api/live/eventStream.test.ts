import { describe, expect, it } from '@jest/globals';
import { openEventParser, readEvents } from './eventStream.ts';

const run = (data: string) => ({ event: 'run', data });

describe('server-sent events', () => {
  it('come out whole, however the text was cut', () => {
    const text = 'event: run\ndata: {"a":1}\n\n: still here\n\nevent: run\r\ndata: one\r\ndata: two\r\n\r\n';
    for (let size = 1; size <= text.length; size += 1) {
      const parse = openEventParser();
      const events = [];
      for (let at = 0; at < text.length; at += size) events.push(...parse(text.slice(at, at + size)));
      expect(events).toEqual([run('{"a":1}'), run('one\ntwo')]);
    }
  });

  it('wait for their blank line', () => {
    const parse = openEventParser();
    expect(parse('event: run\ndata: 1\n')).toEqual([]);
    expect(parse('\n')).toEqual([run('1')]);
  });

  it('are messages when nobody names them, and nothing without data', () => {
    expect(openEventParser()('data:x\n\nevent: run\n\nid: 7\n\n')).toEqual([{ event: 'message', data: 'x' }]);
  });

  it('survive characters that are cut in two', async () => {
    const bytes = new TextEncoder().encode('event: run\ndata: Zoë\n\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const events = [];
    for await (const event of readEvents(body)) events.push(event);
    expect(events).toEqual([run('Zoë')]);
  });
});
