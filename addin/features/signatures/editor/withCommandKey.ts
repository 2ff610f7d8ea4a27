import { isApple } from '../../../ui/window/commandKey.ts';

/** A text that names keys, with ⌘ for Ctrl where people press that. */
export const withCommandKey = (text: string): string => (isApple() ? text.replace(/(?:Ctrl|Strg)\+/g, '⌘') : text);
