import fc from 'fast-check';

type Factors = Readonly<Record<string, readonly unknown[]>>;

export type RowOf<F extends Factors> = { readonly [K in keyof F]: F[K][number] };

interface Choice {
  readonly factor: string;
  readonly value: unknown;
}

type Pair = readonly [Choice, Choice];

const asRow = (choices: readonly Choice[]): Record<string, unknown> =>
  Object.fromEntries(choices.map(({ factor, value }) => [factor, value]));

const choicesOf = (factors: Factors): readonly (readonly Choice[])[] =>
  Object.entries(factors).map(([factor, values]) => values.map((value) => ({ factor, value })));

const allPairs = (factors: Factors): readonly Pair[] => {
  const choices = choicesOf(factors);
  return choices.flatMap((ones, index) =>
    choices.slice(index + 1).flatMap((others) => ones.flatMap((one) => others.map((other): Pair => [one, other]))),
  );
};

const holds = (row: Record<string, unknown>, pair: Pair): boolean =>
  pair.every(({ factor, value }) => row[factor] === value);

/** Of the values of one factor that which brings most pairs nobody has seen yet. */
function bestOf(values: readonly Choice[], row: Record<string, unknown>, open: readonly Pair[]): Choice | undefined {
  const gain = ({ factor, value }: Choice): number =>
    open.filter((pair) => pair.some((one) => one.factor === factor) && holds({ ...row, [factor]: value }, pair)).length;
  const gains = values.map((choice) => ({ choice, gain: gain(choice) }));
  return gains.sort((a, b) => b.gain - a.gain)[0]?.choice;
}

/**
 * Rows in which every possible pair of values of two factors occurs at least once; the same ones each time. `isPossible` is
 * asked about incomplete rows too, and has to name what excludes each other in pairs.
 */
function pairwise<const F extends Factors>(
  factors: F,
  isPossible: (row: Partial<RowOf<F>>) => boolean,
): readonly RowOf<F>[] {
  const possible = (row: Record<string, unknown>): boolean => isPossible(row as Partial<RowOf<F>>);
  let open = allPairs(factors).filter((pair) => possible(asRow(pair)));
  const rows: RowOf<F>[] = [];
  for (let next = open[0]; next !== undefined; next = open[0]) {
    let row = asRow(next);
    for (const values of choicesOf(factors)) {
      const factor = values[0]?.factor ?? '';
      if (factor in row) continue;
      const fitting = values.filter(({ value }) => possible({ ...row, [factor]: value }));
      row = { ...row, [factor]: bestOf(fitting, row, open)?.value };
    }
    rows.push(row as RowOf<F>);
    open = open.filter((pair) => pair !== next && !holds(row, pair));
  }
  return rows;
}

function everyRow<F extends Factors>(factors: F, isPossible: (row: Partial<RowOf<F>>) => boolean): RowOf<F>[] {
  const rows = Object.entries(factors).reduce<Record<string, unknown>[]>(
    (made, [factor, values]) => made.flatMap((row) => values.map((value) => ({ ...row, [factor]: value }))),
    [{}],
  );
  return (rows as RowOf<F>[]).filter(isPossible);
}

/**
 * Every pair; or what `MAIL_MATRIX` says: `all` for whoever has the time, a number for so many drawn by `MAIL_MATRIX_SEED`.
 */
export function rowsToPlay<const F extends Factors>(
  factors: F,
  isPossible: (row: Partial<RowOf<F>>) => boolean,
): readonly RowOf<F>[] {
  const { MAIL_MATRIX: wanted, MAIL_MATRIX_SEED: seed = '1' } = process.env;
  if (wanted === undefined) return pairwise(factors, isPossible);
  const rows = everyRow(factors, isPossible);
  if (wanted === 'all') return rows;
  const drawn = fc.sample(fc.noBias(fc.nat(rows.length - 1)), { seed: Number(seed), numRuns: Number(wanted) });
  const isDrawn = new Set(drawn);
  return rows.filter((_, index) => isDrawn.has(index));
}

/** Of these rows those in which a value occurs for the first time: each value is in one of them. */
export function firstOfEachValue<R extends Readonly<Record<string, unknown>>>(rows: readonly R[]): readonly R[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const values = Object.entries(row).map(([factor, value]) => `${factor} ${String(value)}`);
    const isFirst = values.some((value) => !seen.has(value));
    for (const value of values) seen.add(value);
    return isFirst;
  });
}
