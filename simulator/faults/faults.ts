/** What can go wrong on purpose. Every kind is something Graph, Entra or the network between really does. */
export type FaultEffect =
  | { kind: 'status'; status: number; retryAfter?: number | string; code?: string; message?: string }
  /** The connection breaks, after part of the body when `midBody` is set. */
  | { kind: 'reset'; midBody?: boolean }
  /** The body ends early although the status is 200. */
  | { kind: 'truncate' }
  /** The body goes on until whoever reads it leaves. */
  | { kind: 'endless' }
  | { kind: 'slow'; milliseconds: number }
  /** No answer until the fault is removed: what a test does meanwhile happens in the middle, however busy the machine is. */
  | { kind: 'hold' }
  /** The next or delta link leads to another host. */
  | { kind: 'foreignLink'; host: string }
  /** A 200 whose JSON is no page. */
  | { kind: 'noPage' }
  /** In the answer, this property of the object with this id (of the first, if absent) is of another type, or missing. */
  | { kind: 'spoil'; property: string; id?: string; value?: unknown }
  /** The next link leads to the same page again, without end; with `newLinks` under another address each time. */
  | { kind: 'circle'; newLinks?: boolean }
  /** A page without objects but with a next link. */
  | { kind: 'emptyPage' }
  /** 410 with Location, as if the service had forgotten the delta token. */
  | { kind: 'gone' }
  /** 401: the access token counts as expired. */
  | { kind: 'tokenExpired' }
  /** 403: the permissions were taken back. */
  | { kind: 'forbidden' };

export type Fault = FaultEffect & {
  /** Path and query below the host; `*` stands for anything. Absent: every Graph path. */
  path?: string;
  method?: string;
  /** How often it strikes; absent: until it is removed. */
  times?: number;
  /** Matching requests let through before it strikes. */
  after?: number;
};

export interface ActiveFault {
  id: number;
  fault: Fault;
  struck: number;
}

interface SetFault extends ActiveFault {
  seen: number;
  pattern: RegExp;
  gate: PromiseWithResolvers<void>;
}

/** The switchboard: faults are looked up in the order they were added, each decides for itself whether it strikes. */
export class Faults {
  #active: SetFault[] = [];
  #next = 1;

  add(fault: Fault): number {
    const id = this.#next;
    this.#next += 1;
    const gate: PromiseWithResolvers<void> = Promise.withResolvers();
    this.#active.push({ id, fault, struck: 0, seen: 0, gate, pattern: patternOf(fault.path ?? '/v1.0/*') });
    return id;
  }

  remove(id: number): void {
    this.#active.find((active) => active.id === id)?.gate.resolve();
    this.#active = this.#active.filter((active) => active.id !== id);
  }

  clear(): void {
    for (const { gate } of this.#active) gate.resolve();
    this.#active = [];
  }

  /** Resolves once none of these holds an answer back any more. */
  async released(effects: readonly FaultEffect[]): Promise<void> {
    const holding = this.#active.filter(({ fault }) => fault.kind === 'hold' && effects.includes(fault));
    await Promise.all(holding.map(({ gate }) => gate.promise));
  }

  list(): ActiveFault[] {
    return this.#active.map(({ id, fault, struck }) => ({ id, fault, struck }));
  }

  /** The faults that strike this request; asking counts. */
  strike(method: string, path: string): FaultEffect[] {
    if (this.#active.length === 0) return [];
    return this.#active.filter((active) => strikes(active, method, path)).map(({ fault }) => fault);
  }
}

function strikes(active: SetFault, method: string, path: string): boolean {
  const { fault, pattern } = active;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (!pattern.test(path)) return false;
  active.seen += 1;
  if (active.seen <= (fault.after ?? 0)) return false;
  if (active.struck >= (fault.times ?? Infinity)) return false;
  active.struck += 1;
  return true;
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
