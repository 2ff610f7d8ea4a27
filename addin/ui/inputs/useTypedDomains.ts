import { useEffect, useEffectEvent, useState } from 'react';
import type { z } from 'zod';
import { readTyped, type Typed } from './readTyped.ts';
import type { ReadDomains } from './readDomains.ts';

interface TypedDomainsOptions {
  readonly domains: readonly string[];
  readonly schema: z.ZodType<string>;
  readonly disabled?: boolean | 'adding';
  readonly onChange: (domains: string[]) => void;
  readonly onRight?: (isRight: boolean) => void;
}

interface TypedDomains {
  readonly text: string;
  /** What to complain about, once whoever types is done. */
  readonly error: ReadDomains['error'];
  /** Those that stand beside the field, and not in it. */
  readonly added: readonly string[];
  readonly type: (text: string) => void;
  readonly add: () => void;
  readonly leave: () => void;
}

const nothing: Typed = { text: '', meant: [], error: null };

/** What somebody types into a list of domains: it belongs to the list as soon as it means something. */
export function useTypedDomains(options: TypedDomainsOptions): TypedDomains {
  const { domains, schema, disabled = false, onChange, onRight } = options;
  const [kept, setKept] = useState<Typed>(nothing);
  const [complains, setComplains] = useState(false);
  // Discarded, or loaded anew: what was typed went with it.
  const typed = kept.meant.every((domain) => domains.includes(domain)) ? kept : nothing;
  const added = domains.filter((domain) => !typed.meant.includes(domain));
  const isRight = disabled !== false || typed.error === null || typed.error === 'twice';
  const tell = useEffectEvent((now: boolean) => onRight?.(now));
  useEffect(() => {
    tell(isRight);
    return () => tell(true);
  }, [isRight]);
  const add = () => {
    setComplains(true);
    // Whoever came back meanwhile and types on is not done.
    if (typed.error === null) setKept((now) => (now === typed ? nothing : now));
  };
  return {
    text: typed.text,
    error: complains ? typed.error : null,
    added,
    type: (text) => {
      const next = readTyped(text, { known: added, schema });
      setKept(next);
      setComplains(false);
      if (next.meant.join() !== typed.meant.join()) onChange([...added, ...next.meant]);
    },
    add,
    // Not before what took the focus away was done: what grows here would push the button that is being pressed aside.
    leave: () => {
      for (const done of ['click', 'keyup']) window.addEventListener(done, add, { once: true });
    },
  };
}
