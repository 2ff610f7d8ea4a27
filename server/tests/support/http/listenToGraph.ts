interface Listening {
  /** What Microsoft Graph was asked by this process, decoded, with what stood in batches. */
  readonly asked: string[];
  stop(): void;
}

/** Listens to every question that goes out to Microsoft Graph. */
export const listenToGraph = (): Listening => {
  const asked: string[] = [];
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (typeof input === 'string' && input.includes('/v1.0/'))
      asked.push(...[input, ...inBatch(init)].map(decodeURIComponent));
    return send(input, init);
  };
  return {
    asked,
    stop: () => {
      globalThis.fetch = send;
    },
  };
};

const inBatch = (init: RequestInit | undefined): readonly string[] => {
  const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { requests?: { url: string }[] };
  return (body.requests ?? []).map(({ url }) => url);
};
