/** Which sign closes what another one has opened. */
export const closingBracket: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '【': '】' };

export const anyBracket = /[()[\]（）【】]/u;
