/** The id of the one document a tenant has in a collection of singles. */
export const onlyId = 'only';
