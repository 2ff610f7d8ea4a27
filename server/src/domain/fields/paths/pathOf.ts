/** The path of a field in designs: `managerJobTitle` as `manager.jobTitle`, everything else as the person's. */
export const pathOf = (key: string): string => {
  const ofManager = /^manager([A-Z])(\w*)$/.exec(key);
  return ofManager === null ? `person.${key}` : `manager.${(ofManager[1] ?? '').toLowerCase()}${ofManager[2] ?? ''}`;
};

/** Fields of the mailbox that somebody writes from are those of the teammate it belongs to: `mailbox.mail` as `person.mail`. */
export const asOfPerson = (path: string): string => path.replace(/^mailbox\./, 'person.');
