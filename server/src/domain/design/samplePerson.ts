import type { DesignPerson } from './designPerson.ts';

/** Somebody made up, for designs that are made before anybody was synced. The numbers are kept free for fiction. */
export const samplePerson = (today: DesignPerson['today']): DesignPerson => ({
  id: '00000000-0000-0000-0000-000000000000',
  values: {
    'person.displayName': 'Robin Jansen',
    'person.givenName': 'Robin',
    'person.surname': 'Jansen',
    'person.jobTitle': 'Account manager',
    'person.department': 'Sales',
    'person.companyName': 'Example',
    'person.mail': 'robin.jansen@example.com',
    'person.businessPhone': '+1 212 555 0123',
    'person.mobilePhone': '+1 212 555 0145',
    'person.officeLocation': 'Room 1.14',
    'person.streetAddress': '12 Main Street',
    'person.postalCode': '10001',
    'person.city': 'New York',
    'person.state': 'NY',
    'person.country': 'US',
    'person.address': '12 Main Street, New York, NY 10001',
    'manager.displayName': 'Sam de Vries',
    'manager.jobTitle': 'Head of sales',
    'manager.mail': 'sam.devries@example.com',
  },
  groups: new Set(),
  units: new Set(),
  language: 'en',
  today,
  photoUrl: () => null,
});
