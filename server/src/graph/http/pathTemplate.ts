/** What addresses of Microsoft Graph are made of besides ids. */
const words = new Set([
  'v1.0',
  'users',
  'groups',
  'directory',
  'administrativeUnits',
  'directoryObjects',
  'members',
  'memberOf',
  'transitiveMembers',
  'manager',
  'photo',
  'photos',
  '$value',
  '$count',
  '$batch',
  'delta',
  'organization',
  'subscriptions',
  'getByIds',
  'microsoft.graph.user',
  'microsoft.graph.group',
]);

/** An address without its query, and with `{}` in place of everything that could say whom or what it is about. */
export const pathTemplate = (url: string): string =>
  new URL(url).pathname
    .split('/')
    .map((part) => (part === '' || words.has(part) ? part : '{}'))
    .join('/');
