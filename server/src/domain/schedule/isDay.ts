const written = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a day that there is, such as 2026-03-01; a program would take 2026-02-30 for the 2nd of March. */
export const isDay = (text: string): boolean => {
  if (!written.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
