import { handleByHand } from './handleByHand.ts';
import { handleOpened, handleSender } from './handleCompose.ts';
import { handleRecipients } from './handleRecipients.ts';

/**
 * Both, and both at the top level: browser runtimes complain without onReady, and classic Windows never runs what is
 * inside it (office-js #5166). The names are those of the manifests.
 */
Office.onReady()?.catch(() => undefined);

Office.actions.associate('onNewMessageCompose', handleOpened);
Office.actions.associate('onMessageFromChanged', handleSender);
Office.actions.associate('onMessageRecipientsChanged', handleRecipients);
Office.actions.associate('onNewAppointmentOrganizer', handleOpened);
Office.actions.associate('insertSignature', handleByHand);
