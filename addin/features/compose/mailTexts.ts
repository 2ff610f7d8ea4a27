import type { TFunction } from 'i18next';
import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';
import type { BodyWords } from './frame/bodyDocument.ts';
import type { Sender } from './sender.ts';

export interface MailTexts {
  readonly to: string;
  readonly subject: string;
  readonly words: BodyWords;
}

type Translate = TFunction<'compose'>;

/** Robin wrote to the sender, before: what a reply or a forward quotes. */
function quotedMail(t: Translate, sender: Sender): BodyWords['quoted'] {
  return {
    header: [
      [t('mail.quotedFrom'), t('mail.recipient')],
      [t('mail.quotedSent'), t('mail.quotedDate')],
      [t('mail.quotedTo'), `${sender.name} <${sender.address}>`],
      [t('mail.quotedSubject'), t('mail.oldSubject')],
    ],
    lines: [t('mail.quotedLine1'), t('mail.quotedLine2'), t('mail.quotedLine3')],
  };
}

/** A believable mail of each kind, so that one sees the signature where it will stand. */
export function mailTexts(t: Translate, composeType: ComposeType, sender: Sender): MailTexts {
  const quoted = quotedMail(t, sender);
  switch (composeType) {
    case 'newMail':
      return {
        to: t('mail.recipient'),
        subject: t('mail.newSubject'),
        words: { greeting: t('mail.newGreeting'), paragraph: t('mail.newParagraph'), quoted },
      };
    case 'reply':
      return {
        to: t('mail.recipient'),
        subject: t('mail.replyPrefix') + t('mail.oldSubject'),
        words: { greeting: t('mail.replyGreeting'), paragraph: t('mail.replyParagraph'), quoted },
      };
    case 'forward':
      return {
        to: t('mail.colleague'),
        subject: t('mail.forwardPrefix') + t('mail.oldSubject'),
        words: { greeting: t('mail.forwardGreeting'), paragraph: t('mail.forwardParagraph'), quoted },
      };
  }
}
