import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
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

type Example = (typeof examplesByCountry)[number];

const anyOf = ([country, { number, countryCallingCode }]: Example) => {
  const kept = countryCallingCode.length + 3;
  return fc
    .stringMatching(/^\d{14}$/)
    .map((digits) => parsePhoneNumberFromString(number.slice(0, kept) + digits.slice(0, number.length - kept)))
    .filter((made): made is PhoneNumber => made?.isValid() === true)
    .map((made) => ({ country, number: made }));
};

/** Two valid numbers, often of one country, with the countries they were made for. */
export const twoNumbers = fc.constantFrom(...examplesByCountry).chain((one) => {
  const other = fc.oneof(fc.constant(one), fc.constantFrom(...examplesByCountry));
  return fc.tuple(anyOf(one), other.chain(anyOf));
});
