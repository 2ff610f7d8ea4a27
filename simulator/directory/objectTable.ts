import type { MovableClock } from '../movableClock.ts';
import { ChangeLog } from './changeLog.ts';
import { Past } from './past.ts';

/** The objects of one kind, in a fixed order that only grows, so a position stays a valid cursor while others change. */
export class ObjectTable<T extends { id: string; deletedDateTime?: string }> {
  readonly log = new ChangeLog();
  /** Ids in order of creation; ids of objects that are gone stay and must be skipped. */
  readonly order: string[] = [];
  #byId = new Map<string, T>();
  readonly #past: Past<T | undefined>;

  /** Without a clock nothing of the past is known. */
  constructor(objects: Iterable<T>, clock?: MovableClock) {
    this.#past = new Past(clock);
    for (const object of objects) {
      this.order.push(object.id);
      this.#byId.set(object.id, object);
    }
  }

  /** Also finds what lies in the recycle bin. */
  find(id: string): T | undefined {
    return this.#byId.get(id);
  }

  findLive(id: string): T | undefined {
    const found = this.#byId.get(id);
    return found?.deletedDateTime === undefined ? found : undefined;
  }

  /** What `findLive` found so many milliseconds ago. */
  findLiveBefore(id: string, milliseconds: number): T | undefined {
    const found = this.#past.before(id, milliseconds, this.#byId.get(id));
    return found?.deletedDateTime === undefined ? found : undefined;
  }

  *live(): Iterable<T> {
    for (const object of this.#byId.values()) if (object.deletedDateTime === undefined) yield object;
  }

  insert(object: T): void {
    if (this.#byId.has(object.id)) throw new Error(`There already is an object ${object.id}`);
    // An id purged before is still in the order, and is never forgotten by the log.
    if (!this.log.trace(object.id)) this.order.push(object.id);
    this.#past.note(object.id, undefined);
    this.#byId.set(object.id, object);
    this.log.recordBirth(object.id);
  }

  /** Puts a changed value in place of the old one; recording what changed is up to the caller. */
  replace(object: T): void {
    if (!this.#byId.has(object.id)) throw new Error(`There is no object ${object.id}`);
    this.#past.note(object.id, this.#byId.get(object.id));
    this.#byId.set(object.id, object);
  }

  purge(id: string): void {
    this.#past.note(id, this.#byId.get(id));
    this.#byId.delete(id);
    this.log.recordDeparture(id);
  }
}
