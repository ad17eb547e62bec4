import { expect, it } from 'vitest';
import { measureImages } from './measure-images.ts';

it('gives the time of the first picture, then of each kind with its limit', async () => {
  const figures = await measureImages(1);
  expect(figures.map(({ name, unit, limit }) => ({ name, unit, limit }))).toEqual([
    { name: 'image-first', unit: 'ms', limit: null },
    { name: 'image-financement-p50', unit: 'ms', limit: 300 },
    { name: 'image-calendrier-p50', unit: 'ms', limit: 300 },
    { name: 'image-versements-p50', unit: 'ms', limit: 300 },
  ]);
  for (const { value } of figures) expect(value).toBeGreaterThan(0);
});
