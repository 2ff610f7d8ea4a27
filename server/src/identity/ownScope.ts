/** The one scope of our API: with it the pane and the event handler ask as the person. docs/deploy.md registers it. */
export const ownScope = 'access_as_user';

export const apiScopeOf = (clientId: string): string => `api://${clientId}/${ownScope}`;
