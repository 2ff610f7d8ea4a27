/** The path of a field in designs: `managerJobTitle` as `manager.jobTitle`, everything else as the person's. */
export const pathOf = (key: string): string => {
  const ofManager = /^manager([A-Z])(\w*)$/.exec(key);
  return ofManager === null ? `person.${key}` : `manager.${(ofManager[1] ?? '').toLowerCase()}${ofManager[2] ?? ''}`;
};
