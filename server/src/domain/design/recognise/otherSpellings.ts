import { codesOfCountry, countryCodeOf, namesOfCountry } from '../../signature/countryCode.ts';

/** What a value may stand there as, besides as the directory has it. */
export interface Spelling {
  readonly written: string;
  /** In capitals alone: "us" and "in" are words. */
  readonly isCode: boolean;
}

/** Of a country: its names in several languages and its codes. Of everything else nothing. */
export const otherSpellings = (field: string, value: string): readonly Spelling[] => {
  const code = field.endsWith('.country') ? countryCodeOf(value) : null;
  if (code === null) return [];
  return [
    ...namesOfCountry(code).map((written) => ({ written, isCode: false })),
    ...codesOfCountry(code).map((written) => ({ written, isCode: true })),
  ];
};
