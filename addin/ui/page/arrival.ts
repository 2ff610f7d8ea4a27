let hasArrived = false;

/** Whether a page was shown before this one. On the first, a reader is where the browser puts them; after that, the focus follows. */
export function arrive(): boolean {
  const wasHere = hasArrived;
  hasArrived = true;
  return wasHere;
}
