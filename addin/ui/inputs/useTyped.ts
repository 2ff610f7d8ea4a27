import { useEffect, useEffectEvent, useState } from 'react';

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
  /** Told whether what is typed means something, for who saves no other value than the one that is seen. */
  readonly onRight?: ((isRight: boolean) => void) | undefined;
}

/** What somebody types for a value: handed on whenever it means something, and left alone while it does not yet. */
export function useTyped<T extends string | number | null>({
  value,
  show,
  read,
  onChange,
  onRight,
}: Translation<T>): Typed {
  const [typed, setTyped] = useState<{ text: string; of: T } | null>(null);
  const isOurs = typed !== null && typed.of === value;
  const text = isOurs ? typed.text : show(value);
  const isRight = read(text) !== undefined;
  const tell = useEffectEvent((now: boolean) => onRight?.(now));
  useEffect(() => tell(isRight), [isRight]);
  return {
    text,
    isRight,
    type: (next) => {
      const meant = read(next);
      setTyped({ text: next, of: meant === undefined ? value : meant });
      if (meant !== undefined && meant !== value) onChange(meant);
    },
  };
}
