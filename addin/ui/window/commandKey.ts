/** On Apple's computers Ctrl and a letter move and delete in any text; ⌘ is the key for commands. */
const isApple = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);

/** Whether the key for commands is held, and it alone. */
export const hasCommandKey = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !altKey && (isApple() ? metaKey && !ctrlKey : ctrlKey);

/** A text that names keys, with ⌘ for Ctrl where people press that. */
export const withCommandKey = (text: string): string => (isApple() ? text.replace(/(?:Ctrl|Strg)[+ ]/g, '⌘') : text);

/** As `aria-keyshortcuts` wants it. */
export const commandKeyName = (): 'Meta' | 'Control' => (isApple() ? 'Meta' : 'Control');
