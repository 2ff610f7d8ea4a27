import { use, type ComponentType } from 'react';

export type LoadPage = () => Promise<ComponentType>;

interface LazyPage {
  readonly Page: ComponentType;
  /** For whoever is on the way there: downloads it, also where that failed before. */
  readonly begin: () => void;
}

/** A page that is downloaded once it is needed. React's own `lazy` would keep a download that failed for good. */
export function lazyPage(load: LoadPage): LazyPage {
  let loading: Promise<ComponentType> | null = null;
  let hasFailed = false;
  const begin = (): Promise<ComponentType> => {
    if (loading !== null && !hasFailed) return loading;
    hasFailed = false;
    loading = load();
    loading.catch(() => (hasFailed = true));
    return loading;
  };
  function Page() {
    // One that failed is told, not tried again at every drawing.
    const Loaded = use(loading ?? begin());
    return <Loaded />;
  }
  return { Page, begin: () => void begin() };
}
