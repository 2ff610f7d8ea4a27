import { ApiProblem } from '../../../../../api/client/apiProblem.ts';
import { isChangedMeanwhile } from '../../../../../api/client/isChangedMeanwhile.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed' | 'conflict';

interface Kept<T> {
  readonly value: T;
  /** The revision it was begun from. */
  readonly revision: number;
}

export interface AutosaveSnapshot<T> {
  readonly value: T;
  readonly state: SaveState;
  /** Why saving failed; null otherwise. */
  readonly problem: unknown;
}

export interface AutosaveParts<T> {
  readonly saved: Kept<T>;
  /** What an earlier visit did not get saved; null: nothing. */
  readonly kept: Kept<T> | null;
  /** Saves over exactly this revision and says the new one; rejects with what says so where somebody else was first. */
  readonly save: (value: T, revision: number) => Promise<number>;
  /** Keeps on this device what is not saved yet; null: forget it. */
  readonly keep: (kept: Kept<T> | null) => void;
  /** Calls back later; the answer cancels that. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

export const SETTLE_MS = 900;
export const RETRY_MS = 10_000;

const isAway = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'offline' || error.status === 502 || error.status === 503);
const stateAfter = (error: unknown): SaveState =>
  isChangedMeanwhile(error) ? 'conflict' : isAway(error) ? 'offline' : 'failed';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where an earlier visit ended: nothing left over, something to save, or something begun from an older revision. */
function begin<T>({ saved, kept }: AutosaveParts<T>): Kept<T> & { state: SaveState } {
  if (kept === null || same(kept.value, saved.value)) return { ...saved, state: 'saved' };
  return { ...kept, state: kept.revision === saved.revision ? 'waiting' : 'conflict' };
}

/**
 * Saves what somebody edits a moment after they pause, one save at a time, never over somebody else's. Until a save has
 * arrived the value is kept on this device, so a reload, a closed window or a lost network loses nothing.
 */
export class Autosave<T> {
  readonly #parts: AutosaveParts<T>;
  readonly #listeners = new Set<() => void>();
  #value: T;
  #revision: number;
  #snapshot: AutosaveSnapshot<T>;
  #cancel: () => void = () => undefined;
  #saving: Promise<void> | null = null;

  constructor(parts: AutosaveParts<T>) {
    const { value, revision, state } = begin(parts);
    this.#parts = parts;
    this.#value = value;
    this.#revision = revision;
    this.#snapshot = { value, state, problem: null };
  }

  /** The revision the next save goes over. */
  get revision(): number {
    return this.#revision;
  }

  readonly snapshot = (): AutosaveSnapshot<T> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#snapshot.state === 'waiting') this.#wait(SETTLE_MS);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  change(next: T): void {
    if (next === this.#value) return;
    this.#value = next;
    this.#keep();
    const { state, problem } = this.#snapshot;
    if (state === 'conflict') return this.#show('conflict', problem);
    if (this.#saving) return this.#show('saving');
    this.#show('waiting');
    this.#wait(SETTLE_MS);
  }

  /** Saves now, as when the network is back; resolves once nothing is under way any more. */
  async flush(): Promise<void> {
    this.#cancel();
    if (this.#saving) return this.#saving;
    if (this.#snapshot.state === 'saved' || this.#snapshot.state === 'conflict') return;
    this.#saving = this.#save().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  /** After a conflict: save ours over theirs. */
  async keepMine(theirRevision: number): Promise<void> {
    this.#revision = theirRevision;
    this.#keep();
    this.#show('waiting');
    await this.flush();
  }

  /** Begin from what is stored: after a conflict, or after something else stored it. */
  take(theirs: Kept<T>): void {
    this.#cancel();
    this.#value = theirs.value;
    this.#revision = theirs.revision;
    this.#parts.keep(null);
    this.#show('saved');
  }

  stop(): void {
    this.#cancel();
  }

  async #save(): Promise<void> {
    const sent = this.#value;
    this.#show('saving');
    try {
      this.#revision = await this.#parts.save(sent, this.#revision);
    } catch (error) {
      const state = stateAfter(error);
      this.#show(state, error);
      if (state === 'offline') this.#wait(RETRY_MS);
      return;
    }
    if (this.#value !== sent) {
      this.#keep();
      return this.#save();
    }
    this.#parts.keep(null);
    this.#show('saved');
  }

  #keep(): void {
    this.#parts.keep({ value: this.#value, revision: this.#revision });
  }

  #show(state: SaveState, problem: unknown = null): void {
    this.#snapshot = { value: this.#value, state, problem };
    this.#listeners.forEach((listener) => listener());
  }

  #wait(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#parts.later(() => void this.flush(), milliseconds);
  }
}
