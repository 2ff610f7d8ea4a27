/** One element of XML; its children are elements too, or nothing where they are null. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (string | null)[] | string = [],
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `<${name}${written.join('')}`;
  if (typeof children === 'string') return `${open}>${escapeXml(children)}</${name}>`;
  const inside = children.filter((child) => child !== null).map((child) => child.replace(/^/gm, '  '));
  return inside.length === 0 ? `${open}/>` : `${open}>\n${inside.join('\n')}\n</${name}>`;
};

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
