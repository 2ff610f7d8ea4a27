/** Whether a mailbox is of the person with these addresses. Addresses differ in case and are the same. */
export const isOwnMailbox = (mailbox: string, own: readonly string[]): boolean =>
  own.some((address) => address.toLowerCase() === mailbox.toLowerCase());
