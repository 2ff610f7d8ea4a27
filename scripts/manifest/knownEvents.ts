/** Which events Outlook has where: https://learn.microsoft.com/office/dev/add-ins/develop/event-based-activation. */
export const knownEvents = {
  OnNewMessageCompose: { unified: 'newMessageComposeCreated', since: '1.10', isOnPhones: true },
  OnNewAppointmentOrganizer: { unified: 'newAppointmentOrganizerCreated', since: '1.10', isOnPhones: false },
  OnMessageRecipientsChanged: { unified: 'messageRecipientsChanged', since: '1.11', isOnPhones: true },
  OnAppointmentAttendeesChanged: { unified: 'appointmentAttendeesChanged', since: '1.11', isOnPhones: false },
  OnMessageFromChanged: { unified: 'messageFromChanged', since: '1.13', isOnPhones: true },
  OnAppointmentFromChanged: { unified: 'appointmentFromChanged', since: '1.13', isOnPhones: false },
} as const;

/** What a lint has to know of the build. */
export interface Built {
  /** Names the built handler associates. */
  readonly handlers: readonly string[];
  /** Whether the server has a file at this path below its origin. */
  readonly isServed: (path: string) => boolean;
}
