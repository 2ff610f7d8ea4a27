import { formatAddress as formatByCountry } from 'localized-address-format';
import { foldText } from '../teammate/foldText.ts';
import { isBlank } from '../text/isBlank.ts';
import { countryCodeOf } from './countryCode.ts';
import type { PostalAddress } from './postalAddress.ts';
import { withoutSaid } from './withoutSaid.ts';

/** Where nobody knows the country: the order of most of Europe, and of most of the world's countries. */
const usual = 'DE';

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const arabic = /\p{Script=Arabic}/u;

/** What people write between the parts of an address on one line, where that is no comma. */
const joints: Readonly<Record<string, string>> = { JP: '', CN: '', TW: '', HK: '', MO: '', KR: ' ' };

/** An address on one line, as people of its country and script write it: "100004 北京市建国门外大街1号". */
export const addressLine = (written: PostalAddress): string => {
  const address = withoutEdges(written);
  const lines = addressLines(address);
  const joint = joints[countryCodeOf(address.country) ?? ''];
  if (joint !== undefined && isIn(eastAsian, address)) return withJoint(lines, joint, address.postalCode);
  const line = lines.join(', ');
  return isIn(arabic, address) ? line.replaceAll(', ', '، ') : line;
};

/** A postal code is parted from what stands beside it everywhere. */
const withJoint = (lines: readonly string[], joint: string, postalCode: string): string =>
  lines
    .flatMap((line, index) => {
      const isBeside = [lines[index - 1], line].some(
        (each) => postalCode !== '' && each?.endsWith(postalCode) === true,
      );
      return index === 0 ? [line] : [isBeside ? ' ' : joint, line];
    })
    .join('');

/** Whether all of it that has letters is written in a script. */
const isIn = (script: RegExp, { streetAddress, city, state }: PostalAddress): boolean => {
  const parts = [streetAddress, city, state].filter((part) => /\p{L}/u.test(part));
  return parts.length > 0 && parts.every((part) => script.test(part));
};

/**
 * The lines of an address in the order of its country, without the country: "8 Blossom Street", "Manchester", "M4 5BF",
 * but "Keizersgracht 1", "1015 CJ Amsterdam". Empty parts leave no trace; street, postal code and city are never lost, nor
 * said twice, also where a country's order has no place for one. The order is that of Google's libaddressinput.
 */
export const addressLines = (written: PostalAddress): readonly string[] => {
  const edged = withoutEdges(written);
  const address = withoutRepeats(withoutSaid(edged, shownState(edged)));
  const { streetAddress, city } = address;
  const known = { ...address, state: stateOf(address) };
  const lines = inOrder(known);
  const isThere = (part: Part): boolean =>
    lines.some((line) => line.includes(marks[part]) || foldText(withoutMarks(line)) === foldText(address[part])) ||
    (part !== 'streetAddress' && standsIn(streetAddress, address[part]));
  // In Japan the city stands with the street.
  if (city !== '' && streetAddress !== '' && !isThere('city'))
    return addressLines({ ...known, streetAddress: withCity(address), city: '' });
  const left = (['streetAddress', 'postalCode', 'city'] as const).filter(
    (part) => address[part] !== '' && !isThere(part),
  );
  return [...lines.map((line) => withParts(line, known)), ...left.map((part) => address[part])];
};

/** A comma at the end of a part would be a second one on the line. */
const withoutEdges = (address: PostalAddress): PostalAddress => ({
  ...address,
  streetAddress: withoutEdge(address.streetAddress),
  postalCode: withoutEdge(address.postalCode),
  city: withoutEdge(address.city),
  state: withoutEdge(address.state),
});

const withoutEdge = (part: string): string =>
  isBlank(part.replace(/[,;،、，]/g, '')) ? '' : part.replace(/^[\s,;،、，]+|(?<![\s,;،、，])[\s,;،、，]+$/g, '');

/** Whether a street says a city or postal code as well: between commas or last, and not within a name ("Dubai Internet City"). */
const standsIn = (street: string, part: string): boolean => {
  const folded = foldText(part);
  const pieces = foldText(street).split(/[,;،、，]/);
  return (
    pieces.some((piece) => piece.trim() === folded || piece.trim().endsWith(` ${folded}`)) ||
    (eastAsian.test(part) && street.startsWith(part))
  );
};

const withCity = ({ streetAddress, city }: PostalAddress): string =>
  eastAsian.test(streetAddress) ? `${city}${streetAddress}` : `${streetAddress}, ${city}`;

/** Where state, city and street follow each other, people write all of them into the street, or state and city into the city. */
const withoutRepeats = (address: PostalAddress): PostalAddress => {
  if (!largestFirst.has(countryCodeOf(address.country) ?? '')) return address;
  const city = behind(address.state, address.city);
  return { ...address, city, streetAddress: behind(city, behind(address.state, address.streetAddress)) };
};

const largestFirst: ReadonlySet<string> = new Set(['JP', 'CN', 'TW', 'KR']);

/** What follows a state or city that a text begins with. Without the sign of one at its end, it may be the name of a street. */
const behind = (before: string, text: string): string => {
  if (!eastAsian.test(before) || text === before || !text.startsWith(before)) return text;
  const rest = text.slice(before.length);
  return /[都道府県省市區区縣县]$/u.test(before) || rest.startsWith(' ') ? rest.trim() : text;
};

/** A state of the same name as the city says nothing, but where people write New York, New York. */
const stateOf = ({ state, city, country }: PostalAddress): string =>
  foldText(state) === foldText(city) && countryCodeOf(country) !== 'US' ? '' : state;

/** Empty where the country's order has no place for it. */
const shownState = (address: PostalAddress): string =>
  address.state !== '' && inOrder(address).some((line) => line.includes(marks.state)) ? address.state : '';

const parts = ['streetAddress', 'postalCode', 'city', 'state'] as const;
type Part = (typeof parts)[number];

/** What stands for each part until all are in order: no part is taken for another that holds it. */
const marks: Readonly<Record<Part, string>> = {
  ...{ streetAddress: '\ue000', postalCode: '\ue001', city: '\ue002', state: '\ue003' },
};
const anyMark = /[\ue000-\ue003]/g;
const betweenMarks = /(?<=[\ue000-\ue003])(?=[\ue000-\ue003])/g;

const withoutMarks = (line: string): string => line.replace(anyMark, '');

const withParts = (line: string, address: PostalAddress): string =>
  line.replace(anyMark, (mark) => address[parts.find((part) => marks[part] === mark) ?? 'city']);

const inOrder = (address: PostalAddress): readonly string[] => {
  const { streetAddress, postalCode, city, state, country } = address;
  // Some orders have words of their own, such as the name of an island.
  if (`${streetAddress}${postalCode}${city}${state}` === '') return [];
  const script = eastAsian.test(`${streetAddress}${city}`) ? 'local' : 'latin';
  return (
    formatByCountry(
      {
        postalCountry: countryCodeOf(country) ?? usual,
        ...(state === '' ? {} : { administrativeArea: marks.state }),
        ...(city === '' ? {} : { locality: marks.city }),
        ...(postalCode === '' ? {} : { postalCode: marks.postalCode }),
        addressLines: streetAddress === '' ? [] : [marks.streetAddress],
      },
      script,
    )
      .map((line) => withoutSecondSign(line.trim(), address))
      // That of Mozambique forgets the space.
      .map((line) => (script === 'latin' ? line.replace(betweenMarks, ' ') : line))
      .filter((line) => line !== '')
  );
};

/**
 * "L-1234", "CH 8001", "S-111 22" and "〒100-0005" are as people write them, whose countries' orders add "L-", "CH-", "SE-" and
 * "〒" themselves: what somebody wrote stays.
 */
const withoutSecondSign = (line: string, { postalCode, country }: PostalAddress): string => {
  if (!/^(?:〒|[a-z]{1,3})\s?\p{Pd}?\s?\p{Nd}/iu.test(postalCode)) return line;
  const before = line.slice(0, Math.max(0, line.indexOf(marks.postalCode)));
  const isSign = /^(?:[A-Z]{1,3}-|〒)$/.test(before) || before.trim() === countryCodeOf(country);
  return isSign ? line.slice(before.length) : line;
};
