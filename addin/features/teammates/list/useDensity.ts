import { useState } from 'react';
import { keep, readKept } from '../../../office/browserStorage.ts';

export type Density = 'roomy' | 'compact';

const name = 'undersign.density';

const kept = (): Density => (readKept(name) === 'compact' ? 'compact' : 'roomy');

/** How close together the rows of tables stand; remembered by this browser. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [density, setDensity] = useState(kept);
  return [
    density,
    (next) => {
      setDensity(next);
      keep(name, next);
    },
  ];
}
