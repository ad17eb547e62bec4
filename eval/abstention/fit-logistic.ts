/** One example: its clues, and whether the answer is yes. */
export type Exemple = { readonly indices: readonly number[]; readonly connue: boolean };

/** Weights of a logistic regression. */
export type Poids = { readonly biais: number; readonly poids: readonly number[] };

/** Steps and their length: the loss no longer moves in its fourth decimal after half of them. */
const STEPS = { count: 2000, length: 4 } as const;
/** How strongly weights are kept small. */
const RIDGE = 0.001;

/** Fits by gradient descent from zero, so that the same examples give the same weights; both classes count alike. */
export function fitLogistic(exemples: readonly Exemple[]): Poids {
  const width = exemples[0]?.indices.length ?? 0;
  const known = exemples.filter(({ connue }) => connue).length;
  const shares = { yes: 0.5 / Math.max(1, known), no: 0.5 / Math.max(1, exemples.length - known) };
  let biais = 0;
  const poids = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS.count; step += 1) {
    const slopes = new Array<number>(width).fill(0);
    let slope = 0;
    for (const { indices, connue } of exemples) {
      const error = (predict(indices, { biais, poids }) - Number(connue)) * (connue ? shares.yes : shares.no);
      slope += error;
      for (const [index, value] of indices.entries()) slopes[index] = (slopes[index] ?? 0) + error * value;
    }
    biais -= STEPS.length * slope;
    for (const [index, value] of slopes.entries()) {
      const weight = poids[index] ?? 0;
      poids[index] = weight - STEPS.length * (value + RIDGE * weight);
    }
  }
  return { biais, poids };
}

/** Probability of yes. */
export function predict(indices: readonly number[], { biais, poids }: Poids): number {
  let sum = biais;
  for (const [index, value] of indices.entries()) sum += (poids[index] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
