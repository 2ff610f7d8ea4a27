import { openStretch } from '../openStretch.ts';

/** A stretch of network before a server that hears which commands pass. */
export interface CountingProxy {
  /** The address, as the one given but through here. */
  readonly url: string;
  /** The commands since this was last asked, in order, without what the driver says by itself. */
  commands(): readonly string[];
  close(): Promise<void>;
}

const byItself = /^(?:hello|ismaster|ping|endSessions|sasl\w+|killCursors)$/i;

export const openCountingProxy = async (url: string): Promise<CountingProxy> => {
  let heard: string[] = [];
  const hear = (name: string): void => {
    if (!byItself.test(name)) heard.push(name);
  };
  const { port, close } = await openStretch(new URL(url), { openEar: () => openEar(hear) });
  const through = new URL(url);
  through.host = `127.0.0.1:${String(port)}`;
  return {
    url: through.href,
    commands: () => {
      const since = heard;
      heard = [];
      return since;
    },
    close,
  };
};

const opMessage = 2013;
/** A header of four numbers, then the flags. */
const headerBytes = 20;

/** Cuts a stream into messages and tells the command of each. */
const openEar = (tell: (command: string) => void): ((chunk: Buffer) => void) => {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
      const length = pending.readInt32LE(0);
      const message = pending.subarray(0, length);
      pending = pending.subarray(length);
      if (message.readInt32LE(12) === opMessage) tell(commandOf(message));
    }
  };
};

/** The name of the first field of the document of kind 0; documents of kind 1 may stand before it. */
const commandOf = (message: Buffer): string => {
  let place = headerBytes;
  while (message[place] === 1) place += 1 + message.readInt32LE(place + 1);
  const name = place + 1 + 4 + 1;
  return message.toString('utf8', name, message.indexOf(0, name));
};
