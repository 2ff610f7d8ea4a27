import { createContext, useContext } from 'react';

/** The address of the mailbox that Outlook has open; null in a browser. */
export const MailboxContext = createContext<string | null>(null);

export const useMailbox = (): string | null => useContext(MailboxContext);
