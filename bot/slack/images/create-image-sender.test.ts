import { describe, expect, it } from 'vitest';
import type { ImageRenderer } from '#bot/images/render-image.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import type { OutgoingFile } from '../outgoing/slack-sender.ts';
import { createImageSender, type ImageVoulue } from './create-image-sender.ts';

const DAY = '2026-11-22' as CalendarDate;
const IMAGE: ImageVoulue = { genre: 'calendrier', sujet: { contrat: {}, missions: [] }, asOf: DAY, lang: 'fr' };
const HERE = { channel: 'D0ALICE' };

/** A sender whose pictures say `words`, with what it drew and sent. */
function start(words: LicensedText = ['Un calendrier'], draw: () => Promise<void> = async () => undefined) {
  const sent: OutgoingFile[] = [];
  let drawing = 0;
  let most = 0;
  const renderImage: ImageRenderer = async () => {
    drawing += 1;
    most = Math.max(most, drawing);
    await draw().finally(() => {
      drawing -= 1;
    });
    return { png: new Uint8Array(1), largeur: 1, hauteur: 1, titre: ['Calendrier'], alternative: words };
  };
  const { corpus, parametres, pipeline } = loadTestAssembly();
  const images = createImageSender({
    sender: { sendFile: async (file) => `F${sent.push(file)}` },
    sayIn: () => (code) => [code],
    referentiel: { corpus, parametres, vocabulary: pipeline.vocabulary },
    renderImage,
  });
  return { images, sent, mostAtOnce: () => most };
}

describe('the sender of pictures', () => {
  it.each<readonly [string, Partial<ImageVoulue>, object]>([
    ['another subject', { sujet: { nom: 'CPTS', contrat: {}, missions: [] } }, HERE],
    ['another kind', { genre: 'versements' }, HERE],
    ['another day', { asOf: '2026-11-23' as CalendarDate }, HERE],
    ['another language', { lang: 'en' }, HERE],
    ['another conversation', {}, { channel: 'D0BOB' }],
    ['another thread', {}, { ...HERE, threadTs: '1.2' }],
  ])('sends a picture once, and again for %s', async (_, changed, place) => {
    const { images, sent } = start();
    expect(await images.send(IMAGE, HERE)).toMatchObject({ fileId: 'F1', isNew: true });
    expect(await images.send({ ...IMAGE }, { ...HERE, comment: ['Voici'] })).toMatchObject({
      fileId: 'F1',
      isNew: false,
    });
    expect(await images.send({ ...IMAGE, ...changed }, { ...HERE, ...place })).toMatchObject({ isNew: true });
    expect(sent).toHaveLength(2);
  });

  it('sends what is asked twice at once a single time, and draws one picture at a time', async () => {
    const { images, sent, mostAtOnce } = start(undefined, () => new Promise((resolve) => setImmediate(resolve)));
    const asked = [IMAGE, IMAGE, { ...IMAGE, lang: 'en' } as const, { ...IMAGE, genre: 'versements' } as const];
    await Promise.all(asked.map((image) => images.send(image, HERE)));
    expect({ sent: sent.length, most: mostAtOnce() }).toEqual({ sent: 3, most: 1 });
  });

  it('keeps nothing of a failure', async () => {
    const failures = [new Error('once')];
    const { images } = start(undefined, async () => {
      const failure = failures.pop();
      if (failure) throw failure;
    });
    await expect(images.send(IMAGE, HERE)).rejects.toThrow('once');
    expect(await images.send(IMAGE, HERE)).toMatchObject({ isNew: true });
  });

  it('forgets the oldest beyond some hundreds, and what it is told to forget', async () => {
    const { images, sent } = start();
    for (let index = 0; index < 301; index += 1) await images.send(IMAGE, { channel: `D${index}` });
    expect(await images.send(IMAGE, { channel: 'D300' })).toMatchObject({ isNew: false });
    expect(await images.send(IMAGE, { channel: 'D0' })).toMatchObject({ isNew: true });
    images.forget(IMAGE, { channel: 'D300' });
    expect(await images.send(IMAGE, { channel: 'D300' })).toMatchObject({ isNew: true });
    expect(sent).toHaveLength(303);
  });

  it('describes a picture as far as Slack takes it, and says where the rest is', async () => {
    const { images } = start(Array.from({ length: 60 }, () => 'une mission encore ; '));
    const { description = [] } = (await images.send(IMAGE, HERE)) ?? {};
    const { text } = renderLicensed(description);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text).toMatch(/; image-suite$/);
  });
});
