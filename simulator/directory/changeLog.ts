/**
 * What happened to the objects of one kind since the directory was loaded, in order. A place in the log is a plain number,
 * so a delta token needs nothing on the server but that number.
 */
export interface LinkChange {
  at: number;
  removed: boolean;
}

interface Trace {
  last: number;
  /** Since this place the object counts as new: created or restored. */
  born: number;
  /** The place of its last way to the recycle bin, -1 for none. */
  left: number;
  properties: Map<string, number>;
  links: Map<string, LinkChange>;
}

interface Entry {
  id: string;
  /** The place of the object's previous entry, -1 for none: tells the first entry of an object in any window. */
  previous: number;
}

export class ChangeLog {
  #entries: Entry[] = [];
  #traces = new Map<string, Trace>();
  /** Told that something was recorded, not what. */
  watcher: (() => void) | undefined;

  /** The place after everything recorded so far. */
  get end(): number {
    return this.#entries.length;
  }

  recordProperties(id: string, names: Iterable<string>): void {
    const trace = this.#append(id);
    for (const name of names) trace.properties.set(name, trace.last);
  }

  recordLink(id: string, target: string, removed: boolean): void {
    const trace = this.#append(id);
    trace.links.set(target, { at: trace.last, removed });
  }

  recordBirth(id: string): void {
    const trace = this.#append(id);
    trace.born = trace.last;
  }

  /** Whether to the recycle bin or for good is seen from the object itself. */
  recordDeparture(id: string): void {
    const trace = this.#append(id);
    trace.left = trace.last;
  }

  trace(id: string): Readonly<Trace> | undefined {
    return this.#traces.get(id);
  }

  /** The object at this place when it is its first mention since `start`, otherwise undefined. */
  firstMention(place: number, start: number): string | undefined {
    const entry = this.#entries[place];
    return entry && entry.previous < start ? entry.id : undefined;
  }

  #append(id: string): Trace {
    const place = this.#entries.length;
    let trace = this.#traces.get(id);
    this.#entries.push({ id, previous: trace?.last ?? -1 });
    if (!trace) {
      trace = { last: place, born: -1, left: -1, properties: new Map(), links: new Map() };
      this.#traces.set(id, trace);
    }
    trace.last = place;
    this.watcher?.();
    return trace;
  }
}
