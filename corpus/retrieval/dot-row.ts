/** Product of a row of vectors with a vector; four sums at once go twice as fast as one. */
export function dotRow(rows: Float32Array, row: number, vector: Float32Array): number {
  const { length } = vector;
  const start = row * length;
  const even = length - (length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  // Every place is within bounds, and a default for one that is not would double the time of the hottest loop.
  for (let i = 0, j = start; i < even; i += 4, j += 4) {
    a += (rows[j] as number) * (vector[i] as number);
    b += (rows[j + 1] as number) * (vector[i + 1] as number);
    c += (rows[j + 2] as number) * (vector[i + 2] as number);
    d += (rows[j + 3] as number) * (vector[i + 3] as number);
  }
  for (let i = even; i < length; i += 1) a += (rows[start + i] as number) * (vector[i] as number);
  return a + b + c + d;
}
