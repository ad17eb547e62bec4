/** Workspace of the terminal. */
export const ESPACE_LOCAL = 'local';
