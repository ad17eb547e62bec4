import { describe, expect, it } from 'vitest';
import type { Centimes } from '#corpus/law/euros.ts';
import type { SavedProfil } from './ports/profils.ts';
import type { Store } from './store.ts';
import { createEstimation, createProfil, DAY, NOW } from './testing/call-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const FULL: SavedProfil = {
  id: 'complet',
  profil: {
    nom: 'CPTS Entière',
    population: 85_000,
    signature: DAY,
    membres: 40,
    missions: { parcours: { demarrage: DAY, fixe: 1_234_567 as Centimes, taux: 0.35, fait: true }, prevention: {} },
  },
  contactCpam: 'Service des CPTS',
  editeurs: ['U1', 'U2'],
  savedBy: 'U1',
  savedAt: NOW,
};

function withNom(id: string, nom: string): SavedProfil {
  return createProfil({ id, profil: { nom, missions: {} } });
}

describe('a profile', () => {
  it('comes back as it was saved', async () => {
    const store = await openTemporary();
    await store.saveProfil('T1', FULL, NOW);
    expect(await store.readProfil('T1', 'complet')).toEqual(FULL);
    await store.saveProfil('T1', createProfil({ id: 'complet', savedBy: 'U2' }), NOW + 1);
    expect(await store.readProfil('T1', 'complet')).toEqual(
      createProfil({ id: 'complet', savedBy: 'U2', savedAt: NOW + 1 }),
    );
    expect(await store.readProfil('T1', 'autre')).toBeUndefined();
  });

  it('is listed by name, as French reads it', async () => {
    const store = await openTemporary();
    const names = ['Zola', 'Étoile', 'abeille', 'Fleuve'];
    for (const [index, nom] of names.entries()) await store.saveProfil('T1', withNom(`p${index}`, nom), NOW);
    const listed = await store.listProfils('T1');
    expect(listed.map(({ profil }) => profil.nom)).toEqual(['abeille', 'Étoile', 'Fleuve', 'Zola']);
  });

  it.each([
    ['profil', '{'],
    ['profil', '{"nom":"x","missions":{},"later":1}'],
    ['profil', '{"nom":"x","missions":{"parcours":{"fixe":1.5}}}'],
    ['editeurs', '"personne"'],
  ])('is absent when this version cannot read its %s: %s', async (column, written) => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    await store.saveProfil('T1', FULL, NOW);
    await store.saveProfil('T1', createProfil(), NOW);
    await store.placeProfil('T1', 'C1', 'complet', 'U1', NOW);
    await store.placeProfil('T1', 'espace', 'profil', 'U1', NOW);
    openBeside(folder).prepare(`update profil set ${column} = ? where id = 'complet'`).run(written);
    expect(await store.readProfil('T1', 'complet')).toBeUndefined();
    expect(await store.listProfils('T1')).toEqual([createProfil()]);
    expect(await store.findProfils('T1', 'C1')).toEqual([createProfil()]);
    // It can be written again, and deleted.
    await store.saveProfil('T1', FULL, NOW);
    expect(await store.readProfil('T1', 'complet')).toEqual(FULL);
  });
});

describe('the journal of a profile', () => {
  it('tells who changed what, before and after, latest first', async () => {
    const store = await openTemporary();
    await store.saveProfil('T1', FULL, NOW);
    const { population: _, ...profil } = FULL.profil;
    const missions = { parcours: { ...profil.missions.parcours, fixe: 2_000_000 as Centimes }, crises: {} };
    const changed = { ...FULL, profil: { ...profil, membres: 42, missions }, contactCpam: undefined, savedBy: 'U2' };
    await store.saveProfil('T1', changed, NOW + 1);
    await store.placeProfil('T1', 'C1', 'complet', 'U1', NOW + 2);
    await store.unplaceProfil('T1', 'C1', 'complet', 'U1', NOW + 2);
    await store.deleteProfil('T1', 'complet', 'U2', NOW + 3);
    const traces = await store.listTraces('T1', 'complet', 10);
    expect(traces.map(({ action, by, at }) => [action, by, at - NOW])).toEqual([
      ['profil-supprime', 'U2', 3],
      ['profil-retire', 'U1', 2],
      ['profil-place', 'U1', 2],
      ['profil-change', 'U2', 1],
      ['profil-cree', 'U1', 0],
    ]);
    expect(traces.slice(1, 4).map(({ detail }) => JSON.parse(detail ?? ''))).toEqual([
      { lieu: { avant: 'C1' } },
      { lieu: { apres: 'C1' } },
      {
        population: { avant: 85_000 },
        membres: { avant: 40, apres: 42 },
        contactCpam: { avant: 'Service des CPTS' },
        'missions.parcours.fixe': { avant: 1_234_567, apres: 2_000_000 },
        'missions.prevention': { avant: true },
        'missions.crises': { apres: true },
      },
    ]);
    expect(await store.listTraces('T1', 'complet', 2)).toHaveLength(2);
  });

  it('has no line for what did not change', async () => {
    const store = await openTemporary();
    await store.saveProfil('T1', FULL, NOW);
    await store.saveProfil('T1', { ...FULL, savedBy: 'U2' }, NOW + 1);
    await store.placeProfil('T1', 'C1', 'complet', 'U1', NOW);
    await store.placeProfil('T1', 'C1', 'complet', 'U1', NOW);
    await store.unplaceProfil('T1', 'C9', 'complet', 'U1', NOW);
    await store.deleteProfil('T1', 'inconnu', 'U1', NOW);
    expect(await store.listTraces('T1', 'complet', 10)).toHaveLength(2);
    expect(await store.listTraces('T1', 'inconnu', 10)).toEqual([]);
    expect(await store.readProfil('T1', 'complet')).toEqual(FULL);
  });
});

describe('the profiles of a place', () => {
  it('come with the last one placed first, then in their order', async () => {
    const store = await fill();
    expect(await listIds(store, 'C1')).toEqual(['trois', 'deux', 'un']);
    await store.placeProfil('T1', 'C1', 'un', 'U1', NOW);
    expect(await listIds(store, 'C1')).toEqual(['un', 'trois', 'deux']);
    await store.unplaceProfil('T1', 'C1', 'trois', 'U1', NOW);
    expect(await listIds(store, 'C1')).toEqual(['un', 'deux']);
  });

  it('are those of the workspace where a channel has none', async () => {
    const store = await fill();
    expect(await listIds(store, 'C2')).toEqual([]);
    await store.placeProfil('T1', 'espace', 'deux', 'U1', NOW);
    await store.placeProfil('T1', 'espace', 'un', 'U1', NOW);
    expect(await listIds(store, 'C2')).toEqual(['un', 'deux']);
    expect(await listIds(store, 'C1')).toEqual(['trois', 'deux', 'un']);
  });

  it('go with the profile, and so do its estimates', async () => {
    const store = await fill();
    await store.saveEstimation('T1', createEstimation({ id: 'avec', profilId: 'un' }));
    await store.saveEstimation('T1', createEstimation({ id: 'sans', profilId: undefined }));
    await store.deleteProfil('T1', 'un', 'U1', NOW);
    expect(await listIds(store, 'C1')).toEqual(['trois', 'deux']);
    expect((await store.listEstimations('T1')).map(({ id }) => id)).toEqual(['sans']);
  });

  it('take no profile that is not there', async () => {
    const store = await openTemporary();
    const placing = store.placeProfil('T1', 'C1', 'inconnu', 'U1', NOW);
    await expect(placing).rejects.toMatchObject({ code: 'ERR_PROFIL_ABSENT' });
    expect(await store.listTraces('T1', 'inconnu', 1)).toEqual([]);
  });
});

async function fill(): Promise<Store> {
  const store = await openTemporary();
  for (const id of ['un', 'deux', 'trois']) {
    await store.saveProfil('T1', withNom(id, id), NOW);
    await store.placeProfil('T1', 'C1', id, 'U1', NOW);
  }
  return store;
}

async function listIds(store: Store, channel: string): Promise<readonly string[]> {
  return (await store.findProfils('T1', channel)).map(({ id }) => id);
}
