import type { Selection } from '../../../src/contract/people/selection.ts';

/** Nothing picked yet, as the pane starts. */
export const nobody: Selection = {
  everyone: false,
  units: [],
  groups: [],
  people: [],
  excludedGroups: [],
  excludedPeople: [],
  filters: { enabledAccountsOnly: true, guests: 'exclude', withMailboxOnly: false, domains: [] },
};

export const everyone: Selection = { ...nobody, everyone: true };

/** Everybody without exception: what a test picks that is about something else. */
export const everyoneUnfiltered: Selection = {
  ...everyone,
  filters: { enabledAccountsOnly: false, guests: 'include', withMailboxOnly: false, domains: [] },
};

export const picked = (id: string) => ({ id, displayName: '' });
