/** The name of how far a page stands from the edge of the window, for what goes from edge to edge all the same. */
export const pageEdge = '--page-edge';
