import { useState } from 'react';

interface Typed {
  readonly text: string;
  /** False while what is typed means nothing; then the value is what it was before. */
  readonly isRight: boolean;
  readonly type: (text: string) => void;
}

interface Translation<T> {
  readonly value: T;
  readonly show: (value: T) => string;
  /** Undefined: this means nothing. */
  readonly read: (text: string) => T | undefined;
  readonly onChange: (value: T) => void;
}

/** What somebody types for a value: handed on whenever it means something, and left alone while it does not yet. */
export function useTyped<T extends string | number | null>({ value, show, read, onChange }: Translation<T>): Typed {
  const [typed, setTyped] = useState<{ text: string; of: T } | null>(null);
  const isOurs = typed !== null && typed.of === value;
  const text = isOurs ? typed.text : show(value);
  return {
    text,
    isRight: read(text) !== undefined,
    type: (next) => {
      const meant = read(next);
      setTyped({ text: next, of: meant === undefined ? value : meant });
      if (meant !== undefined && meant !== value) onChange(meant);
    },
  };
}
