import { builtInDesign } from '../server/src/domain/design/builtInDesign.ts';
import { defaultBrand } from '../server/src/domain/design/defaultBrand.ts';
import type { DesignContext, DesignPerson } from '../server/src/domain/design/designPerson.ts';
import { gallery } from '../server/src/domain/design/gallery/gallery.ts';
import { openDesign } from '../server/src/domain/design/openDesign.ts';
import type { SignatureDesign } from '../server/src/domain/design/signature.ts';
import { usualFields } from '../server/src/domain/fields/fieldSettings.ts';
import { fieldTypesOf } from '../server/src/domain/fields/fieldTypeOf.ts';
import { renderEverybody } from './render/renderEverybody.ts';
import type { Took } from './render/took.ts';

/**
 * How many signatures one core makes in a second, and how long one takes at most for 99 of 100 people, each of them somebody
 * else so that nothing is known from before: everything a mail takes, from what is stored of 100,000 teammates, and then
 * rendering alone, by design. The rate is that of CPU, the rest is by the clock. `npm run bench:render -- 1000 1000` says how many people for the one and for the other.
 */
const [stored = 100_000, people = 10_000] = process.argv.slice(2).map(Number);

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

const rowOf = (what: string, { took, cpuSeconds }: Took): readonly string[] => {
  const sorted = took.toSorted((one, other) => one - other);
  const milliseconds = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(3);
  const perSecond = Math.round(took.length / cpuSeconds);
  return [what, String(took.length), String(perSecond), milliseconds(0.5), milliseconds(0.99)];
};

const renderAlone = (design: SignatureDesign): Took => {
  const render = openDesign(design, context);
  for (let at = 0; at < 500; at += 1) render('newMail', personNumber(at));
  const cpu = process.cpuUsage();
  const took = Array.from({ length: people }, (_, at) => {
    const person = personNumber(at);
    const before = performance.now();
    render('newMail', person);
    return performance.now() - before;
  });
  const { user, system } = process.cpuUsage(cpu);
  return { took, cpuSeconds: (user + system) / 1e6 };
};

const rows = [
  rowOf('read, chosen by rules and rendered', await renderEverybody(stored)),
  ...[
    { key: 'built-in', design: builtInDesign },
    ...gallery(defaultBrand),
    { key: 'HTML by an expert', design: expert },
  ].map(({ key, design }) => rowOf(`rendered: ${key}`, renderAlone(design))),
];
const columns = ['what', 'teammates', 'per second of CPU', 'median ms', 'p99 ms'];
for (const cells of [columns, columns.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
