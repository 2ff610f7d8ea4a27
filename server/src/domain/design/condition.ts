/** What must hold for a piece of a signature, or a rule, about one person. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly tests: readonly ConditionTest[];
}

export type ConditionTest =
  | { readonly kind: 'field'; readonly field: string; readonly is: 'filled' | 'blank' }
  /** Compared without case and without marks on letters. */
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly is: 'equals' | 'notEquals' | 'contains' | 'startsWith';
      readonly value: string;
    }
  | {
      readonly kind: 'group' | 'unit';
      readonly id: string;
      /** As it was called when it was picked. */
      readonly name?: string | undefined;
      readonly is: 'member' | 'notMember';
    }
  /** A language tag; `nl` matches `nl-be` too. */
  | { readonly kind: 'language'; readonly is: 'is' | 'isNot'; readonly value: string };

/** What stands in a condition until a group or unit is picked: nobody is a member. */
export const nonePicked = '00000000-0000-0000-0000-000000000000';
