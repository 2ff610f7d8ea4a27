/** Lists of ids fixed when a listing began, for those that have no lasting order of their own. The oldest are forgotten. */
export class PageSnapshots {
  #lists = new Map<number, readonly string[]>();
  #next = 1;
  readonly #limit: number;

  constructor(limit = 256) {
    this.#limit = limit;
  }

  keep(ids: readonly string[]): number {
    const key = this.#next;
    this.#next += 1;
    this.#lists.set(key, ids);
    if (this.#lists.size > this.#limit) this.#lists.delete(key - this.#limit);
    return key;
  }

  find(key: number): readonly string[] | undefined {
    return this.#lists.get(key);
  }
}
