import type { MovableClock } from '../movableClock.ts';
import { Past } from './past.ts';

/** Who is a direct member of what. Members may be users or groups; cycles of groups are legal, as they are in Entra. */
export class Membership {
  #members = new Map<string, Set<string>>();
  #sorted = new Map<string, readonly string[]>();
  #holders: Map<string, Set<string>> | undefined;
  readonly #past: Past<boolean>;

  /** Without a clock nothing of the past is known. */
  constructor(holders: Iterable<{ id: string; memberIds: readonly string[] }>, clock?: MovableClock) {
    this.#past = new Past(clock);
    for (const { id, memberIds } of holders) this.#members.set(id, new Set(memberIds));
  }

  open(holder: string): void {
    this.#members.set(holder, new Set());
  }

  of(holder: string): ReadonlySet<string> {
    return this.#members.get(holder) ?? NOBODY;
  }

  /** The members by id: an order in which "after this id" is a cursor that survives changes. */
  sorted(holder: string): readonly string[] {
    let sorted = this.#sorted.get(holder);
    if (!sorted) {
      sorted = [...this.of(holder)].sort();
      this.#sorted.set(holder, sorted);
    }
    return sorted;
  }

  /** False when the member was there already. */
  add(holder: string, member: string): boolean {
    const members = this.#members.get(holder);
    if (!members) throw new Error(`There is no group or unit ${holder}`);
    if (members.has(member)) return false;
    this.#past.note(`${holder}/${member}`, false);
    members.add(member);
    this.#sorted.delete(holder);
    if (this.#holders) addTo(this.#holders, member, holder);
    return true;
  }

  /** False when there was no such member. */
  remove(holder: string, member: string): boolean {
    if (!this.#members.get(holder)?.delete(member)) return false;
    this.#past.note(`${holder}/${member}`, true);
    this.#sorted.delete(holder);
    this.#holders?.get(member)?.delete(holder);
    return true;
  }

  drop(holder: string): void {
    for (const member of this.of(holder)) {
      this.#past.note(`${holder}/${member}`, true);
      this.#holders?.get(member)?.delete(holder);
    }
    this.#members.delete(holder);
    this.#sorted.delete(holder);
  }

  /** The holders a member is directly in. The reverse index is built when first asked for: imports never need it. */
  holdersOf(member: string): ReadonlySet<string> {
    this.#holders ??= this.#reverse();
    return this.#holders.get(member) ?? NOBODY;
  }

  /** Those of these holders that a member was directly in so many milliseconds ago. */
  holdersBefore(member: string, holders: Iterable<string>, milliseconds: number): string[] {
    if (milliseconds <= 0) return [...this.holdersOf(member)];
    return [...holders].filter((holder) =>
      this.#past.before(`${holder}/${member}`, milliseconds, this.of(holder).has(member)),
    );
  }

  #reverse(): Map<string, Set<string>> {
    const holders = new Map<string, Set<string>>();
    for (const [holder, members] of this.#members) for (const member of members) addTo(holders, member, holder);
    return holders;
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key);
  if (values) values.add(value);
  else index.set(key, new Set([value]));
}
