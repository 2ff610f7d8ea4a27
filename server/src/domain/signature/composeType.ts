/** What the person is writing, as Outlook names it. */
export type ComposeType = 'newMail' | 'reply' | 'forward';
