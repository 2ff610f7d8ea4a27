import type { FieldType } from '../designPerson.ts';
import type { Meaning } from './placeholders.ts';

/** Of the person who is looked for in what is pasted. */
export interface Known {
  readonly values: Readonly<Record<string, string>>;
  readonly typeOf: (field: string) => FieldType;
  readonly fields?: Meaning['fields'];
}

/** The same for one paste. */
export interface Sought extends Known, Meaning {}
