/** Where an uploaded image is shown from; the address changes with its content. */
export const imageUrl = (tenantId: string, imageId: string): string => `/images/${tenantId}/${imageId}`;

/** “38 KB”, in the reader's language. */
export function weightText(bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  }).format(value);
}
