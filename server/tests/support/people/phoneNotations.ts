import { getCountries, getExampleNumber, type PhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

/** A number of every country that has one. */
export const examplesByCountry = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example === undefined ? [] : [[country, example] as const];
});

/** What people and programs write of it, in as many ways as there are. */
export const notationsOf = (example: PhoneNumber): readonly string[] => {
  const [national, international] = [example.formatNational(), example.formatInternational()];
  return [
    ...[national, international, example.number, `tel:${example.number}`, `Tel. ${international}`, `M: ${national}`],
    ...[`\u202a${international}\u202c`, `\u200e${international}`, international.replace(/^(\+\d+)/, '($1)')],
    ...['\u00a0', '\u2009', '-', '.', '\t', '\u2011'].map((between) => international.replaceAll(' ', between)),
    international.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    international.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  ];
};
