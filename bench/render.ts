import { builtInDesign } from '../server/src/domain/design/builtInDesign.ts';
import { defaultBrand } from '../server/src/domain/design/defaultBrand.ts';
import type { DesignContext, DesignPerson } from '../server/src/domain/design/designPerson.ts';
import { gallery } from '../server/src/domain/design/gallery/gallery.ts';
import { openDesign } from '../server/src/domain/design/openDesign.ts';
import type { SignatureDesign } from '../server/src/domain/design/signature.ts';
import { usualFields } from '../server/src/domain/fields/fieldSettings.ts';
import { fieldTypesOf } from '../server/src/domain/fields/fieldTypeOf.ts';

/**
 * How many signatures one core renders in a second, and how long one takes at most for 99 of 100 people, each of them
 * somebody else so that nothing is known from before. `npm run bench:render -- 100000` says how many people.
 */
const people = Number(process.argv[2] ?? '10000');

const context: DesignContext = {
  image: () => ({ url: 'https://undersign.example/images/logo.png', width: 280, height: 100 }),
  logo: 'logo',
  iconUrl: () => 'https://undersign.example/images/icon.png',
  typeOf: fieldTypesOf(usualFields),
};

const personNumber = (at: number): DesignPerson => ({
  id: String(at),
  values: {
    'person.displayName': `Sanne de Vries ${String(at)}`,
    'person.jobTitle': at % 3 === 0 ? 'Product manager' : 'Verpleegkundige',
    'person.department': 'Product',
    'person.companyName': 'Lumière & Zonen',
    'person.businessPhone': `020 1${String(100_000 + (at % 900_000))}`,
    'person.mobilePhone': `+316${String(10_000_000 + at)}`,
    'person.mail': `sanne.${String(at)}@example.com`,
    'person.country': 'Netherlands',
    'person.address': 'Keizersgracht 1, 1015 CJ Amsterdam',
  },
  groups: new Set(),
  units: new Set(),
  language: at % 2 === 0 ? 'nl' : 'en',
  today: { date: () => '2026-12-01' },
  photoUrl: () => 'https://undersign.example/photo.png',
});

const html = '<p style="font-size:13px">{{ displayName }}<br>{{ jobTitle }} {{ businessPhone | phone: country }}</p>';
const expert: SignatureDesign = { ...builtInDesign, newMail: { kind: 'html', html } };

const measured = [
  { key: 'built-in', design: builtInDesign },
  ...gallery(defaultBrand),
  { key: 'HTML by an expert', design: expert },
].map(({ key, design }) => {
  const render = openDesign(design, context);
  for (let at = 0; at < 500; at += 1) render('newMail', personNumber(at));
  const took = Array.from({ length: people }, (_, at) => {
    const person = personNumber(at);
    const before = performance.now();
    render('newMail', person);
    return performance.now() - before;
  }).sort((one, other) => one - other);
  const total = took.reduce((sum, each) => sum + each, 0);
  return {
    design: key,
    'per second': Math.round((people * 1000) / total),
    'median ms': took[Math.floor(people * 0.5)]?.toFixed(3),
    'p99 ms': took[Math.floor(people * 0.99)]?.toFixed(3),
  };
});

console.table(measured);
