/** Runs one function of the store: refused once it is closed, its errors told in French. */
export type RunQuery = <T>(start: () => Promise<T>) => Promise<T>;
