/** The child of `parent` in which `node` stands by now; undefined where it has left. */
function childWith(parent: Node, node: Node | null): Node | undefined {
  let found = node;
  while (found && found.parentNode !== parent) found = found.parentNode;
  return found ?? undefined;
}

/**
 * Chrome and Edge translate a page by putting its words into elements of their own, so React no longer finds them where it
 * left them, and what the browser throws then ends the page (facebook/react#11538). What such words stand in goes or stays
 * with them; of words that have left nothing is taken away, and what was to stand before them comes last.
 */
export function bearTranslation(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function removeOwn<T extends Node>(this: Node, node: T): T {
    const child = childWith(this, node);
    if (child) removeChild.call(this, child);
    return node;
  };
  Node.prototype.insertBefore = function insertOwn<T extends Node>(this: Node, node: T, before: Node | null): T {
    insertBefore.call(this, node, childWith(this, before) ?? null);
    return node;
  };
}
