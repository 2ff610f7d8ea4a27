import type * as Library from './dragLibrary.ts';

type Detach = () => void;

/** What drags is not needed to look around: it arrives a moment later, and is detached whenever that is asked. */
export function attachLater(attach: (library: typeof Library) => readonly Detach[]): Detach {
  let isWanted = true;
  let detach: readonly Detach[] = [];
  void import(/* webpackChunkName: 'drag' */ './dragLibrary.ts').then((library) => {
    if (isWanted) detach = attach(library);
  });
  return () => {
    isWanted = false;
    detach.forEach((each) => each());
  };
}
