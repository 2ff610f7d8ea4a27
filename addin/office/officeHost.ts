/** The colours Outlook draws around the pane; null where nobody tells us. */
export interface HostTheme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
}

/**
 * What the pane needs to know about the program around it. One implementation speaks to Outlook, the other to a plain
 * browser, so no screen has to ask where it runs.
 */
export interface OfficeHost {
  readonly kind: 'outlook' | 'browser';
  /** BCP 47 tag of the language the person reads the program in, such as `nl-NL`. */
  readonly displayLanguage: string;
  /** The address of the mailbox that is open; null in a browser. */
  readonly mailbox: string | null;
  /** Whether Outlook itself signs people in (nested app authentication). */
  readonly signsIn: boolean;
  readonly theme: () => HostTheme | null;
  readonly isDark: () => boolean;
  /** Calls back on every change of theme until the returned function is called. */
  readonly onThemeChange: (listener: () => void) => () => void;
}

/**
 * Outlook does not support `isDarkTheme`, so darkness is the relative luminance of the background. Anything that is no
 * hex colour counts as light. https://learn.microsoft.com/javascript/api/office/office.officetheme
 */
export function isDarkColor(color: string): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color.trim());
  if (!match) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.4;
}
