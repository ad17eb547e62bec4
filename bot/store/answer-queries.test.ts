import { describe, expect, it } from 'vitest';
import { openStore } from './open-sqlite-store.ts';
import type { Feedback } from './ports/answers.ts';
import { createAnswer, createEstimation, createProfil, createReceipt, NOW } from './testing/call-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const DAY_MS = 86_400_000;
const UTILE: Feedback = { answerId: 'reponse', user: 'U1', verdict: 'utile', at: NOW };

describe('an answer', () => {
  it('comes back as it was kept, and is replaced when it is given again', async () => {
    const store = await openTemporary();
    await store.saveAnswer('T1', createAnswer());
    expect(await store.readAnswer('T1', 'reponse')).toEqual(createAnswer());
    const { answerTs: _, ...seenAlone } = createAnswer({ receipt: createReceipt('Autre ?'), savedAt: NOW + 1 });
    await store.saveAnswer('T1', seenAlone);
    expect(await store.readAnswer('T1', 'reponse')).toEqual(seenAlone);
    expect(await store.readAnswer('T1', 'autre')).toBeUndefined();
  });

  it.each(['{', '{}', '{"receipt":{},"question":{"text":"?","today":"2026-11-02"}}'])(
    'is absent when this version cannot read its receipt: %s',
    async (receipt) => {
      const store = await openTemporary();
      await store.saveAnswer('T1', createAnswer({ receipt }));
      expect(await store.readAnswer('T1', 'reponse')).toBeUndefined();
    },
  );

  it.each([
    [undefined, 90],
    [7, 7],
    [400, 400],
  ])('with the setting %s goes at %d days, with what was thought of it', async (answersDays, days) => {
    const folder = createFolder();
    await (await openStore(folder)).close();
    const store = await openStore(folder, { answersDays });
    await store.saveAnswer('T1', createAnswer());
    await store.saveFeedback('T1', UTILE);
    expect(await store.purge(NOW + days * DAY_MS - 1)).toMatchObject({ answers: 0 });
    expect(await store.listFeedback('T1', 'reponse')).toHaveLength(1);
    expect(await store.purge(NOW + days * DAY_MS)).toMatchObject({ answers: 1 });
    expect(await store.readAnswer('T1', 'reponse')).toBeUndefined();
    expect(await store.listFeedback('T1', 'reponse')).toEqual([]);
    await store.close();
  });

  it('is not kept at all with zero days; those kept before go', async () => {
    const folder = createFolder();
    const before = await openTemporary(folder);
    await before.saveAnswer('T1', createAnswer());
    const store = await openStore(folder, { answersDays: 0 });
    await store.saveAnswer('T1', createAnswer({ id: 'autre' }));
    expect(await store.readAnswer('T1', 'autre')).toBeUndefined();
    expect(await store.saveFeedback('T1', { ...UTILE, answerId: 'autre' })).toBe(false);
    expect(await store.purge(NOW)).toMatchObject({ answers: 1 });
    await store.close();
  });
});

describe('what is thought of an answer', () => {
  it('is the last verdict of each person', async () => {
    const store = await openTemporary();
    await store.saveAnswer('T1', createAnswer());
    const other: Feedback = { ...UTILE, user: 'U2', verdict: 'pas-utile', comment: 'Trop long', at: NOW + 1 };
    expect(await store.saveFeedback('T1', { ...UTILE, verdict: 'pas-utile', comment: 'Non' })).toBe(true);
    await store.saveFeedback('T1', other);
    const last = { ...UTILE, at: NOW + 2 };
    await store.saveFeedback('T1', last);
    expect(await store.listFeedback('T1', 'reponse')).toEqual([other, last]);
  });

  it('is not kept without its answer, and a verdict of another version is left out', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    expect(await store.saveFeedback('T1', UTILE)).toBe(false);
    await store.saveAnswer('T1', createAnswer());
    await store.saveFeedback('T1', UTILE);
    openBeside(folder).exec("update feedback set verdict = 'bof'");
    expect(await store.listFeedback('T1', 'reponse')).toEqual([]);
  });
});

describe('an estimate', () => {
  it('comes back as it was saved, latest first, of one profile or of all', async () => {
    const store = await openTemporary();
    await store.saveProfil('T1', createProfil(), NOW);
    const first = createEstimation();
    const { profilId: _, ...free } = createEstimation({ id: 'libre', nom: 'Essai', savedAt: NOW + 1 });
    await store.saveEstimation('T1', first);
    await store.saveEstimation('T1', free);
    expect(await store.listEstimations('T1')).toEqual([free, first]);
    expect(await store.listEstimations('T1', 'profil')).toEqual([first]);
    expect(await store.readEstimation('T1', 'libre')).toEqual(free);
    await store.saveEstimation('T1', { ...first, nom: 'Renommée' });
    expect((await store.readEstimation('T1', first.id))?.nom).toBe('Renommée');
    await store.deleteEstimation('T1', 'libre');
    expect(await store.readEstimation('T1', 'libre')).toBeUndefined();
  });

  it('needs the profile that it names', async () => {
    const store = await openTemporary();
    await expect(store.saveEstimation('T1', createEstimation())).rejects.toMatchObject({ code: 'ERR_PROFIL_ABSENT' });
    expect(await store.listEstimations('T1')).toEqual([]);
  });

  it('is absent when its day is none', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    await store.saveEstimation('T1', createEstimation({ profilId: undefined }));
    openBeside(folder).exec("update estimation set as_of = '2026-02-31'");
    expect(await store.readEstimation('T1', 'estimation')).toBeUndefined();
    expect(await store.listEstimations('T1')).toEqual([]);
  });
});
