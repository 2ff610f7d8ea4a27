/** What stands for a field that is left out where there is only text: in a cell of a CSV, and in the audit trail. */
export const hideWord = '<hide>';
