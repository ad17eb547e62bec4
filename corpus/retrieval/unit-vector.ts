/** Divides a vector by its length, in place; a vector of zeros stays as it is. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const factor = 1 / Math.sqrt(square);
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) * factor;
  return vector;
}

/** Vector less the centre, made unit: only what sets a text apart remains. A vector of zeros stays as it is. */
export function toCentred(vector: Float32Array, centre: readonly number[]): Float32Array {
  if (vector.every((value) => value === 0)) return vector;
  return toUnit(vector.map((value, d) => value - (centre[d] ?? 0)));
}

/** Mean of vectors of one dimension; zeros for none. */
export function computeMean(vectors: readonly Float32Array[], dimension: number): readonly number[] {
  const sum = new Array<number>(dimension).fill(0);
  for (const vector of vectors) for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0);
  return sum.map((value) => value / Math.max(vectors.length, 1));
}
