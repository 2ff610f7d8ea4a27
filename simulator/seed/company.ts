import { stableId } from './stableId.ts';

export const TENANT_ID = stableId('tenant');
export const DOMAIN = 'lindenhof.example';
export const INITIAL_DOMAIN = 'lindenhof.onmicrosoft.example';

export interface Office {
  name: string;
  city: string;
  country: string;
  usage: string;
  street: string;
  postalCode: string;
  state: string;
  /** Without the last digits: three in Britain, where Ofcom keeps these ranges for fiction, four elsewhere. */
  phone: string;
  /** Of the British ranges for fiction the one that counts as assigned in tables of numbers; 07700 900 does not. */
  mobile: string;
  language: 'nl-NL' | 'nl-BE' | 'en-GB';
  weight: number;
}

export const OFFICES: readonly Office[] = [
  {
    name: 'Amsterdam – Zuidas',
    city: 'Amsterdam',
    country: 'Netherlands',
    usage: 'NL',
    street: 'Gustav Mahlerlaan 312',
    postalCode: '1082 ME',
    state: 'Noord-Holland',
    phone: '+31 20 555 ',
    mobile: '+31 6 5555 ',
    language: 'nl-NL',
    weight: 34,
  },
  {
    name: 'Utrecht – Papendorp',
    city: 'Utrecht',
    country: 'Netherlands',
    usage: 'NL',
    street: 'Orteliuslaan 850',
    postalCode: '3528 BB',
    state: 'Utrecht',
    phone: '+31 30 555 ',
    mobile: '+31 6 5556 ',
    language: 'nl-NL',
    weight: 20,
  },
  {
    name: 'Gent – Sint-Pieters',
    city: 'Gent',
    country: 'Belgium',
    usage: 'BE',
    street: 'Koningin Fabiolalaan 57',
    postalCode: '9000',
    state: 'Oost-Vlaanderen',
    phone: '+32 9 399 ',
    mobile: '+32 470 55 ',
    language: 'nl-BE',
    weight: 12,
  },
  {
    name: 'London – Clerkenwell',
    city: 'London',
    country: 'United Kingdom',
    usage: 'GB',
    street: '41 Bowling Green Lane',
    postalCode: 'EC1R 0BJ',
    state: 'England',
    phone: '+44 20 7946 0',
    mobile: '+44 3069 990',
    language: 'en-GB',
    weight: 22,
  },
  {
    name: 'Manchester – Ancoats',
    city: 'Manchester',
    country: 'United Kingdom',
    usage: 'GB',
    street: '8 Blossom Street',
    postalCode: 'M4 5BF',
    state: 'England',
    phone: '+44 161 496 0',
    mobile: '+44 3069 990',
    language: 'en-GB',
    weight: 12,
  },
];

export interface Team {
  department: string;
  head: string;
  titles: readonly string[];
  weight: number;
}

export const TEAMS: readonly Team[] = [
  {
    department: 'Sales',
    head: 'Chief Revenue Officer',
    titles: ['Account Manager', 'Senior Account Manager', 'Business Development Manager', 'Sales Support'],
    weight: 20,
  },
  {
    department: 'Marketing & Communicatie',
    head: 'Chief Marketing Officer',
    titles: ['Content Marketeer', 'Brand Designer', 'Communicatieadviseur', 'Campaign Manager'],
    weight: 11,
  },
  {
    department: 'Engineering',
    head: 'Chief Technology Officer',
    titles: [
      'Software Engineer',
      'Senior Software Engineer',
      'QA Engineer',
      'Engineering Lead',
      'Site Reliability Engineer',
    ],
    weight: 28,
  },
  {
    department: 'Customer Success',
    head: 'VP Customer Success',
    titles: ['Customer Success Manager', 'Support Engineer', 'Implementatieconsultant'],
    weight: 16,
  },
  {
    department: 'Finance & Control',
    head: 'Chief Financial Officer',
    titles: ['Controller', 'Accounts Payable Specialist', 'Financieel Administrateur'],
    weight: 8,
  },
  {
    department: 'People & Culture',
    head: 'Chief People Officer',
    titles: ['HR Business Partner', 'Recruiter', 'HR-medewerker'],
    weight: 6,
  },
  {
    department: 'Legal',
    head: 'General Counsel',
    titles: ['Legal Counsel', 'Privacy Officer', 'Bedrijfsjurist'],
    weight: 4,
  },
  {
    department: 'Operations',
    head: 'Chief Operating Officer',
    titles: ['Office Manager', 'Facilitair Medewerker', 'IT-beheerder', 'Project Manager'],
    weight: 7,
  },
];

export const COMPANY = 'Lindenhof Group';

/** https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference */
export const ROLES = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  /** What every member of a tenant has. */
  user: 'b79fbf4d-3ef9-4689-8143-76b194e85509',
} as const;
