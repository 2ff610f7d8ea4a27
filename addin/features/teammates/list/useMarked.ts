import { useCallback, useMemo, useState } from 'react';
import type { TeammateSummary } from '../../../../server/src/contract/people/teammates.ts';

type Person = Pick<TeammateSummary, 'id' | 'displayName' | 'status'>;

/** Whom an admin has ticked; they stay ticked while the list scrolls, sorts and changes. */
export interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly people: readonly Person[];
  readonly toggle: (person: Person) => void;
  readonly setAll: (people: readonly Person[]) => void;
}

export function useMarked(): Marked {
  const [people, setPeople] = useState<ReadonlyMap<string, Person>>(new Map());
  const toggle = useCallback(
    (person: Person) =>
      setPeople((now) => {
        const next = new Map(now);
        if (!next.delete(person.id)) next.set(person.id, person);
        return next;
      }),
    [],
  );
  const setAll = useCallback(
    (all: readonly Person[]) => setPeople(new Map(all.map((person) => [person.id, person]))),
    [],
  );
  return useMemo(
    () => ({ ids: new Set(people.keys()), people: [...people.values()], toggle, setAll }),
    [people, toggle, setAll],
  );
}
