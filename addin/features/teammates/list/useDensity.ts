import { useState } from 'react';

export type Density = 'roomy' | 'compact';

const name = 'undersign.density';

/** Reading localStorage throws where the browser withholds it. */
function stored(): Density {
  try {
    return window.localStorage.getItem(name) === 'compact' ? 'compact' : 'roomy';
  } catch {
    return 'roomy';
  }
}

/** How close together the rows of tables stand; remembered by this browser. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [density, setDensity] = useState(stored);
  return [
    density,
    (next) => {
      setDensity(next);
      try {
        window.localStorage.setItem(name, next);
      } catch {
        // Then it holds until the page is closed.
      }
    },
  ];
}
