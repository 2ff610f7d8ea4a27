import type { DesignContext, DesignPerson } from '../../../src/domain/design/designPerson.ts';

/** Whom every design is looked at with: somebody with everything, with nothing, hostile, and right to left. */
export const galleryContext: DesignContext = {
  image: (id) => ({ url: `https://undersign.example/images/${id}`, width: 600, height: 150 }),
  logo: 'logo',
  iconUrl: ({ network }) => `https://undersign.example/icons/${network}.png`,
  typeOf: (field) => (/Phone$/.test(field) ? 'phone' : field.endsWith('.mail') ? 'email' : 'text'),
};

const full = {
  'person.displayName': 'Anouk Claeys',
  'person.givenName': 'Anouk',
  'person.surname': 'Claeys',
  'person.jobTitle': 'Engineering Lead',
  'person.department': 'Engineering',
  'person.companyName': 'Lindenhof Group',
  'person.mail': 'anouk.claeys@lindenhof.example',
  'person.businessPhone': '+31 20 555 0100',
  'person.mobilePhone': '+31 6 55550189',
  'person.address': 'Gustav Mahlerlaan 312, 1082 ME Amsterdam',
  'person.country': 'NL',
};

const personWith = (values: DesignPerson['values'], photo: string | null = null): DesignPerson => ({
  ...{ id: 'p', values, groups: new Set(), units: new Set(), language: 'en' },
  today: { date: () => '2026-12-01' },
  photoUrl: ({ of }) => (of === 'person' ? photo : null),
});

export const galleryPeople: Readonly<Record<string, DesignPerson>> = {
  full: personWith(full, 'https://undersign.example/photo.png'),
  sparse: personWith({ 'person.displayName': 'Kiosk Receptie' }),
  hostile: personWith({
    ...full,
    'person.displayName': '<img src=x onerror=alert(1)>',
    'person.jobTitle': '{{ 7 | times: 7 }} & "sons"',
    'person.department': 'W'.repeat(80),
    'person.mail': 'javascript:alert(1)',
    'person.businessPhone': 'ask "reception"',
  }),
  'right-to-left': personWith({
    ...full,
    'person.displayName': 'نور الحسن',
    'person.jobTitle': 'مديرة المبيعات (EMEA)',
    'person.companyName': 'חברת לינדנהוף',
  }),
};
