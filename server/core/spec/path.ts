/** Keys and list positions from the top of the document. */
export type Path = readonly (string | number)[];
