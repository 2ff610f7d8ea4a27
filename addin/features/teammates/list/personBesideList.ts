import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useIsWide } from '../../../ui/window/useIsWide.ts';

const name = 'person';

/** Of whom the address of the list says that they are shown beside it; null where there is no room or nobody is. */
export function usePersonBeside(): { readonly id: string | null; readonly hasRoom: boolean } {
  const [address] = useSearchParams();
  return { id: address.get(name), hasRoom: useIsWide(1440) };
}

/** Where a name in the list leads: beside the list where there is room, else to the page of the person. */
export function usePersonAddress(): (id: string) => string {
  const { pathname, search } = useLocation();
  const hasRoom = useIsWide(1440);
  return useCallback(
    (id) => {
      if (!hasRoom) return `/teammates/${id}`;
      const address = new URLSearchParams(search);
      for (const other of ['tab', 'field']) address.delete(other);
      address.set(name, id);
      return `${pathname}?${address.toString()}`;
    },
    [hasRoom, pathname, search],
  );
}

/** Takes the person from beside the list; the list stays as it is. */
export function useClosePerson(): () => void {
  const [, setAddress] = useSearchParams();
  return () =>
    setAddress((now) => {
      for (const one of [name, 'tab', 'field']) now.delete(one);
      return now;
    });
}
