/** What the consent page says about application permissions: https://learn.microsoft.com/en-us/graph/permissions-reference */
export const PERMISSION_TEXTS: Readonly<Record<string, { title: string; text: string }>> = {
  'User.Read.All': {
    title: "Read all users' full profiles",
    text: 'Allows the app to read user profiles without a signed in user.',
  },
  'User.ReadBasic.All': {
    title: "Read all users' basic profiles",
    text: 'Allows the app to read a basic set of profile properties of other users without a signed in user.',
  },
  'GroupMember.Read.All': {
    title: 'Read all group memberships',
    text: 'Allows the app to read memberships and basic group properties for all groups without a signed-in user.',
  },
  'Group.Read.All': {
    title: 'Read all groups',
    text: 'Allows the app to read group properties and memberships, and conversations for all groups, without a signed-in user.',
  },
  'AdministrativeUnit.Read.All': {
    title: 'Read all administrative units',
    text: 'Allows the app to read administrative units and administrative unit membership without a signed-in user.',
  },
  'Member.Read.Hidden': {
    title: 'Read all hidden memberships',
    text: 'Allows the app to read the memberships of hidden groups and administrative units without a signed-in user.',
  },
  'ProfilePhoto.Read.All': {
    title: 'Read all profile photos',
    text: 'Allows the app to read all profile photos without a signed-in user.',
  },
  'Directory.Read.All': {
    title: 'Read directory data',
    text: "Allows the app to read data in your organization's directory.",
  },
  'Organization.Read.All': {
    title: 'Read organization information',
    text: 'Allows the app to read the organization and related resources.',
  },
  'User.Read': {
    title: 'Sign in and read user profile',
    text: 'Allows users to sign in, and the app to read their own profile.',
  },
};

/** Delegated permissions a user may grant alone. */
export const USER_CONSENTABLE: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'offline_access',
  'User.Read',
]);
export const OPENID_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);
export const GRAPH_RESOURCE = 'https://graph.microsoft.com';
