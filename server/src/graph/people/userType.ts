const person = '#microsoft.graph.user';

const typeOf = (raw: unknown): string => {
  const type = typeof raw === 'object' && raw !== null && '@odata.type' in raw ? raw['@odata.type'] : null;
  return typeof type === 'string' ? type : '';
};

/**
 * Whether an object is an account of a kind derived from a person's, such as that of an AI agent. Graph always names a
 * derived type, whatever `$select` says, and leaves out the type that the collection is declared with.
 * https://learn.microsoft.com/graph/api/resources/agentuser
 */
export const isDerivedUser = (raw: unknown): boolean => typeOf(raw) !== person && isUserType(raw);

/** Whether a member is an account, be it a person's or a derived one; devices, contacts and service principals are not. */
export const isUserType = (raw: unknown): boolean => /user$/i.test(typeOf(raw));
