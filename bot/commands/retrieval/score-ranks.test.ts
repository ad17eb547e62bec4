import { expect, it } from 'vitest';
import { scoreRanks } from './score-ranks.ts';

const found = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

it.each([
  [[['a']], { 'recall@1': 1, 'recall@5': 1, 'recall@10': 1, 'mrr@10': 1, 'ndcg@10': 1 }],
  // Second: 1 ÷ log2(3) = 0,63093
  [[['b']], { 'recall@1': 0, 'recall@5': 1, 'recall@10': 1, 'mrr@10': 0.5, 'ndcg@10': 0.63093 }],
  // Eleventh: too far.
  [[['k']], { 'recall@1': 0, 'recall@5': 0, 'recall@10': 0, 'mrr@10': 0, 'ndcg@10': 0 }],
  // Two right ones, first and third: (1 + 0,5) ÷ (1 + 0,63093)
  [[['a', 'c']], { 'recall@1': 1, 'recall@5': 1, 'recall@10': 1, 'mrr@10': 1, 'ndcg@10': 0.91972 }],
  // The mean of the first and of the sixth: 1 ÷ log2(7) = 0,35621
  [[['a'], ['f']], { 'recall@1': 0.5, 'recall@5': 0.5, 'recall@10': 1, 'mrr@10': 0.58333, 'ndcg@10': 0.6781 }],
  [[], { 'recall@1': 0, 'recall@5': 0, 'recall@10': 0, 'mrr@10': 0, 'ndcg@10': 0 }],
])('of the right documents %j is %j', (attendus, expected) => {
  const scores = scoreRanks(attendus.map((ids) => ({ found, attendus: new Set(ids) })));
  for (const [key, value] of Object.entries(expected)) {
    expect(scores[key as keyof typeof scores], key).toBeCloseTo(value, 4);
  }
});
