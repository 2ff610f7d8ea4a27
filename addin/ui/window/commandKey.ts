/** On Apple's computers Ctrl and a letter move and delete in any text; ⌘ is the key for commands. */
export const isApple = (): boolean => /Mac|iP/.test(navigator.platform);

/** Whether the key for commands is held, and no other. */
export const hasCommandKey = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !altKey && (isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey);
