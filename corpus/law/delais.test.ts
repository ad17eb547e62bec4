import { describe, expect, it } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { findDelais } from './delais.ts';
import { Mission } from './parametre.ts';

const provenance = { statut: 'en-vigueur', confiance: 'S', reference: { texte: '2019-06-20-aci', refs: ['S2'] } };

function toMission(contratsEnCours: boolean): Mission {
  return Mission.parse({
    ...{ code: 'prevention', nom: 'prévention', nomAnglais: 'prevention', genre: 'socle' },
    ...{ ...provenance, depuis: '2019-08-25', delaiDemarrageMois: 12, delaiDeploiementMois: 24 },
    nouveauxDelais: [
      { ...provenance, depuis: '2027-04-01', contratsEnCours, delaiDemarrageMois: 15, delaiDeploiementMois: null },
    ],
  });
}

describe('findDelais', () => {
  it.each([
    ['2026-05-10', '2027-04-01', false, 12],
    ['2026-05-10', '2027-03-31', true, 12],
    ['2026-05-10', '2027-04-01', true, 15],
    ['2027-03-31', '2027-06-01', false, 12],
    ['2027-04-01', '2027-01-01', false, 15],
    [undefined, '2027-03-31', false, 12],
    [undefined, '2027-04-01', false, 15],
  ])('signed %s, read on %s, contracts under way %s: %i months', (signature, asOf, contratsEnCours, months) => {
    const day = signature === undefined ? undefined : CalendarDate.parse(signature);
    expect(findDelais(toMission(contratsEnCours), day, CalendarDate.parse(asOf)).delaiDemarrageMois).toBe(months);
  });
});
