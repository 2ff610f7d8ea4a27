import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useOnTheWay } from './OnTheWay.ts';

/**
 * Keeps what a list shows in the address, so that Back, reload and a shared link bring it back; what is empty is left
 * out. Typing goes through the page's own state first: the router may draw later than the next key is pressed. While another
 * page is on its way nothing is kept: that would call whoever chose a name while it was still sought back to the list.
 */
export function useKeptInAddress(values: Readonly<Record<string, string>>): void {
  const [parameters, setParameters] = useSearchParams();
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const wanted = next.toString();
  const { coming, hasMovedOn } = useOnTheWay();
  const isOther = coming === null && wanted !== parameters.toString();
  useEffect(() => {
    // Somebody may have clicked between the drawing and this.
    if (isOther && !hasMovedOn()) setParameters(wanted, { replace: true });
  }, [isOther, wanted, setParameters, hasMovedOn]);
}
