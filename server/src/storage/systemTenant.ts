/** Under this in place of a tenant stands what belongs to the installation; Entra's tenant ids are GUIDs. */
export const systemTenant = 'undersign';
