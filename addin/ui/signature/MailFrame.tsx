import type { ComponentProps } from 'react';

interface MailFrameProps extends Omit<ComponentProps<'iframe'>, 'srcDoc'> {
  readonly title: string;
  /** What may be done in the frame; nothing if empty. */
  readonly sandbox: string;
  /** The mail as a whole HTML document. */
  readonly document: string;
}

/**
 * A mail in a frame of its own. Another document is another frame: a browser counts each document that a frame of another
 * origin comes to show as a step in the history, and Back would undo that step instead of leaving the page.
 */
export function MailFrame({ title, document, ...attributes }: MailFrameProps) {
  return <iframe key={document} title={title} srcDoc={document} {...attributes} />;
}
