import { phoneLink } from '../../domain/signature/formatPhone.ts';

/** Reading a number is most of the work of looking at somebody, and hardly any of them changes from one look to the next. */
const mostKept = 100_000;

/** Whether it is certain which number is meant. Remembers what it was asked; the answer never changes. */
export const openPhoneCheck = (): ((value: string, country: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (value, country) => {
    const key = `${country}\n${value}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostKept) known.clear();
    const isPhone = phoneLink(value, country) !== '';
    known.set(key, isPhone);
    return isPhone;
  };
};
