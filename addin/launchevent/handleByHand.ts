import { handle } from './handleCompose.ts';
import { tellByHand } from './notice/tellPerson.ts';

/** The button in the ribbon: where events are lost or not known, and after somebody has taken the signature out. */
export const handleByHand = (event: Pick<Office.MailboxEvent, 'completed'>): void =>
  handle('byHand', tellByHand, event);
