/** Safari reads what it saves after the click, and a large file for longer. */
const READ_MS = 40_000;

/** Hands a file to the browser, as if it was downloaded. Buttons for it stand in a `FileSaving`. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
