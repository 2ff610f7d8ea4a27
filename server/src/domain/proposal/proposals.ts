/** What a teammate wants a field to say; it waits for an admin. */
export interface Proposal {
  /** Key of the smart field. */
  readonly field: string;
  /** Empty: to leave it out of the signature. */
  readonly value: string;
  readonly at: string;
}

/** What became of a proposal that an admin did not want; told to the teammate until they try again or put it away. */
export interface Refusal extends Proposal {
  /** As the admin was called then. */
  readonly by: string;
  /** Empty where the admin gave none. */
  readonly reason: string;
}

/** What one teammate has proposed; of a field one thing at most. */
export interface Proposals {
  readonly teammateId: string;
  readonly waiting: readonly Proposal[];
  readonly refused: readonly Refusal[];
}

export const noProposals = (teammateId: string): Proposals => ({ teammateId, waiting: [], refused: [] });

const others = <T extends Proposal>(all: readonly T[], fields: ReadonlySet<string>): readonly T[] =>
  all.filter(({ field }) => !fields.has(field));

/** Nothing of these fields waits or was refused any more. */
export const forgetFields = ({ teammateId, waiting, refused }: Proposals, fields: readonly string[]): Proposals => {
  const gone = new Set(fields);
  return { teammateId, waiting: others(waiting, gone), refused: others(refused, gone) };
};

/** Each takes the place of what was proposed or refused for its field; the same value keeps its turn. */
export const propose = (before: Proposals, proposed: readonly Proposal[]): Proposals => {
  const isWaiting = ({ field, value }: Proposal) =>
    before.waiting.some((each) => each.field === field && each.value === value);
  const fresh = proposed.filter((each) => !isWaiting(each));
  const rest = forgetFields(
    before,
    fresh.map(({ field }) => field),
  );
  return { ...rest, waiting: [...rest.waiting, ...fresh] };
};

export const refuse = (before: Proposals, refusal: Refusal): Proposals => {
  const rest = forgetFields(before, [refusal.field]);
  return { ...rest, refused: [...rest.refused, refusal] };
};

export const findWaiting = ({ waiting }: Proposals, field: string): Proposal | null =>
  waiting.find((each) => each.field === field) ?? null;
