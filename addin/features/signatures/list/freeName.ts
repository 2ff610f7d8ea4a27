/** The name, or the name with the first number that nobody has yet: “Sales 2”. At most 120 characters. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const all = new Set(taken.map((name) => name.toLowerCase()));
  const base = wanted.slice(0, 120);
  if (!all.has(base.toLowerCase())) return base;
  for (let count = 2; ; count += 1) {
    const suffix = ` ${count}`;
    const name = `${base.slice(0, 120 - suffix.length)}${suffix}`;
    if (!all.has(name.toLowerCase())) return name;
  }
}
