/** Fonts that every mail program has, or has something close to. */
export const fontStacks = [
  'Arial, Helvetica, sans-serif',
  'Segoe UI, Arial, sans-serif',
  'Aptos, Calibri, Arial, sans-serif',
  'Calibri, Arial, sans-serif',
  'Verdana, Geneva, sans-serif',
  'Tahoma, Geneva, sans-serif',
  'Trebuchet MS, Arial, sans-serif',
  'Georgia, Times New Roman, serif',
  'Cambria, Georgia, serif',
  'Times New Roman, Times, serif',
  'Courier New, Courier, monospace',
] as const;

/** “Segoe UI” of “Segoe UI, Arial, sans-serif”. */
export const fontName = (stack: string): string => (stack.split(',')[0] ?? stack).replace(/'/g, '').trim();
