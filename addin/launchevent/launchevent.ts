import { handleCompose } from './handleCompose.ts';

/**
 * Both, and both at the top level: browser runtimes complain without onReady, and classic Windows never runs what is
 * inside it (reference/outlook.md §1.3). The names are those of the manifests.
 */
Office.onReady()?.catch(() => undefined);

Office.actions.associate('onNewMessageCompose', handleCompose);
Office.actions.associate('onMessageFromChanged', handleCompose);
Office.actions.associate('onNewAppointmentOrganizer', handleCompose);
