const parts =
  /^(?<server>mongodb(?:\+srv)?:\/\/(?<login>[^@/?]*@)?[^/?]+)(?:\/(?<database>[^?]*))?(?:\?(?<options>.*))?$/;

/**
 * The same server with another database. Who signs in keeps signing in where the given address says; without this the
 * new name would become the place to look for the password. Not by `URL`, which refuses an address of several hosts.
 */
export const withDatabase = (url: string, name: string): string => {
  const { server, login, database, options } = parts.exec(url)?.groups ?? {};
  if (server === undefined) throw new Error('The address of a MongoDB begins with mongodb:// or mongodb+srv://.');
  const search = new URLSearchParams(options);
  if (login !== undefined && !search.has('authSource')) search.set('authSource', database || 'admin');
  return `${server}/${name}${search.size === 0 ? '' : `?${search.toString()}`}`;
};
