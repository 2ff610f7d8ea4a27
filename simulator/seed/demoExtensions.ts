import type { DirectoryUser, ExtensionDefinition } from '../directory/model.ts';

/** Of an app of human resources that the made-up company uses, and one that Entra Connect brought along. */
const HUMAN_RESOURCES = 'extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0';
const CONNECT = 'extension_0a1b2c3d4e5f40618293a4b5c6d7e8f9';

const definition = { isMultiValued: false, isSyncedFromOnPremises: false, targetObjects: ['User'] } as const;

export const DEMO_EXTENSIONS = [
  { ...definition, appDisplayName: 'PeopleDesk', name: `${HUMAN_RESOURCES}_certifications`, dataType: 'String' },
  { ...definition, appDisplayName: 'PeopleDesk', name: `${HUMAN_RESOURCES}_firstDay`, dataType: 'DateTime' },
  { ...definition, appDisplayName: 'PeopleDesk', name: `${HUMAN_RESOURCES}_badge`, dataType: 'Binary' },
  {
    ...definition,
    appDisplayName: 'Tenant Schema Extension App',
    name: `${CONNECT}_roomNumber`,
    dataType: 'String',
    isSyncedFromOnPremises: true,
  },
  {
    ...definition,
    appDisplayName: 'PeopleDesk',
    name: `${HUMAN_RESOURCES}_budget`,
    dataType: 'Integer',
    targetObjects: ['Group'],
  },
] as const satisfies readonly ExtensionDefinition[];

const CERTIFICATIONS = ['CISSP', 'PMP', 'Prince2', 'BIG 49912345678'];

/** Some have what the extensions hold, and never all. */
export function withExtensions<T extends DirectoryUser>(person: T, at: number): T {
  return {
    ...person,
    ...(at % 5 === 0 && { [DEMO_EXTENSIONS[0].name]: CERTIFICATIONS[(at / 5) % CERTIFICATIONS.length] }),
    ...(at % 3 === 0 && {
      [DEMO_EXTENSIONS[1].name]: `20${String(10 + (at % 15))}-0${String(1 + (at % 9))}-01T00:00:00Z`,
    }),
    ...(at % 4 === 0 && { [DEMO_EXTENSIONS[3].name]: `${String(at % 7)}.${String(10 + (at % 40))}` }),
  };
}
