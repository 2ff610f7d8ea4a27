/** Something in a line as HTML, with the paths of the fields in it; or a sign that parts two such things. */
export type LinePart = { readonly html: string; readonly fields: readonly string[] } | { readonly separator: string };
