/** The mail or appointment being written. */
export type ComposeItem = NonNullable<Office.Mailbox['item']>;
