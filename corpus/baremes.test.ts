import { beforeAll, describe, expect, it } from 'vitest';
import { type Centimes, toEuros } from './law/euros.ts';
import type { Parametre } from './law/parametre.ts';
import { loadParametres } from './load-parametres.ts';
import { findShared } from './testing/find-shared.ts';
import { type Baremes, listParts, loadBaremes } from './testing/load-baremes.ts';
import { CORPUS_ROOT, loadTestCorpus } from './testing/load-test-corpus.ts';

const path = findShared('domain/baremes.json');

/** Parameters by proposal of the validated list: its day and its first words. */
const PROPOSALS = [
  ['2020-09-24', 'amorçage', 'amorcage-2020-09'],
  ['2020-11-04', 'amorçage', 'amorcage-2020-11'],
  ['2020-11-04', 'grant at letter', 'lettre-intention-2020-11'],
  ['2020-10', 'crisis mission', 'crise-2020-10'],
  ['2020-11-04', 'crisis plan', 'crise-plan-2020-11'],
  ['2021-10-14', 'crisis plan', 'crise-plan-2021-10'],
  ['2021-10-14', 'crisis in progress', 'crise-en-cours-2021-10'],
] as const;

const CAPS = [
  ['draft 2019 before', 'plafonds-2019-premier-projet', 0],
  ['draft 4 Apr', 'plafonds-2019-04', 0],
  ['ACI_2019 incl', 'plafonds', 0],
  ['ACI_2019 excl', 'plafonds-2019-hors-snp', 0],
  ['AVENANT_2', 'plafonds', 1],
] as const;

describe.skipIf(!path)('the parameters, beside the validated amounts', () => {
  let baremes: Baremes;
  beforeAll(() => {
    baremes = loadBaremes(path ?? never());
  });
  const parametres = loadParametres(CORPUS_ROOT);
  const { fonctionnement, complement, montantsMissions, missions, partage, tailles, autres } = parametres;
  const corpus = loadTestCorpus();

  it('have the same sizes at each limit: 40 000 and 175 000 are settled, 80 000 is not', () => {
    const [policy] = baremes.size_classes.flatMap((row) => (row.boundary_policy ? [row.boundary_policy] : []));
    const classes = tailles.valeurs.at(-1)?.valeur.classes ?? [];
    for (const [limit, { size }] of Object.entries(policy ?? never())) {
      const found = classes.filter(({ de, a }) => de <= Number(limit) && Number(limit) <= (a ?? Number.MAX_VALUE));
      expect(found.map(({ taille }) => taille)).toEqual(size === null ? ['taille2', 'taille3'] : [`taille${size}`]);
    }
    expect(Object.keys(policy ?? {})).toEqual(['40000', '80000', '175000']);
  });

  it('have the same funding of running costs', () => {
    expect(toTable(fonctionnement.valeurs[0]?.valeur.montants)).toEqual(
      baremes.funding.functioning_annual.rows[0]?.amounts,
    );
  });

  it('have the same exceptional top-up, granted on the same days', () => {
    const { amounts, boundary } = baremes.funding.exceptional_topup_avenant2;
    expect(toTable(complement.montants)).toEqual(amounts);
    const { jusquau, joursIndecis } = complement.signature;
    expect([jusquau, ...joursIndecis]).toEqual(Object.keys(boundary).slice(0, 2));
  });

  it.each(CAPS)('have the same ceiling: %s is %s', (version, id, rank) => {
    const rows = baremes.funding.caps_total_per_year.filter((row) => row.version.startsWith(version));
    expect(rows.map(({ amounts }) => amounts)).toEqual([listTables(findParametre(id))[rank]]);
  });

  it.each(PROPOSALS)('have the same proposal: %s, %s, is %s', (date, what, id) => {
    const rows = baremes.funding.non_binding_proposals.filter((row) => row.date === date && row.what.startsWith(what));
    expect(rows.map(({ amounts }) => amounts)).toEqual(listTables(findParametre(id)));
    const variants = rows.flatMap((row) =>
      [row.press_variant ?? [], ...Object.values(row.conflict ?? {})].map((variant) =>
        Object.fromEntries(Object.entries(variant).filter(([size, amount]) => row.amounts[size] !== amount)),
      ),
    );
    expect(listVariants(findParametre(id))).toEqual(variants.filter((variant) => Object.keys(variant).length > 0));
  });

  it('have every proposal and every ceiling of the validated list', () => {
    expect(baremes.funding.non_binding_proposals).toHaveLength(PROPOSALS.length);
    expect(baremes.funding.caps_total_per_year).toHaveLength(CAPS.length);
  });

  it('have the same strand of unscheduled care of 2019, for the one size where it can be deduced', () => {
    expect(listTables(findParametre('snp-2019'))).toEqual([baremes.funding.snp_supplement.ACI_2019]);
  });

  it('have the same local amounts of missions for size 3, and none for the others', () => {
    const [before, since] = montantsMissions.valeurs;
    expect(Object.values(before?.valeur ?? {})).toEqual([null, null, null, null]);
    expect(since?.depuis).toBe(baremes.funding.missions.AVENANT_2.depuis);
    const { taille3, ...others } = since?.valeur ?? {};
    expect(Object.values(others)).toEqual([null, null, null]);
    const parts = listParts(baremes);
    expect(Object.keys(taille3 ?? {})).toEqual([...parts.keys()]);
    for (const [code, { fixe, variable, siCriseReconnue }] of Object.entries(taille3 ?? {})) {
      const known = parts.get(code);
      expect([toPlain(fixe), toPlain(variable)]).toEqual([known?.fixe, known?.variable]);
      expect(siCriseReconnue && toEuros(siCriseReconnue)).toBe(known?.si_crise_reconnue);
    }
  });

  it('have the same delays of each mission', () => {
    const rows = baremes.calendar.rows.map(({ mission, start_months, deploy_months }) => [
      mission,
      start_months,
      deploy_months,
    ]);
    const known = missions.missions.map(({ code, delaiDemarrageMois, delaiDeploiementMois }) => [
      code,
      delaiDemarrageMois,
      delaiDeploiementMois,
    ]);
    expect(known).toEqual(rows);
  });

  it('have the same shares paid ahead: all at signature, three quarters afterwards', () => {
    expect(baremes.payment.functioning_yearly.rule).toContain('75 % advance');
    expect(baremes.payment.mission_fixed_first.rule).toContain('75 % of the fixed part');
    const quarters = { num: 3, den: 4 };
    const shares = { signature: { num: 1, den: 1 }, avanceFonctionnement: quarters, avanceVoletFixe: quarters };
    expect(partage.valeurs.map(({ valeur }) => valeur)).toEqual([shares]);
  });

  it('have the same length of contract, silence of the ARS and yearly ceiling of social security', () => {
    expect(parametres.dureeContrat.valeurs.map(({ valeur }) => valeur)).toEqual([baremes.payment.contract.years]);
    expect(parametres.silenceArs.valeurs.map(({ valeur }) => valeur)).toEqual([
      baremes.legal.ars_tacit_acceptance.months,
    ]);
    const years = Object.entries(parametres.pass.annees).map(([year, amount]) => [year, toEuros(amount)]);
    expect(Object.fromEntries(years)).toEqual(baremes.legal.member_payment_cap.PASS);
  });

  it.each([
    ['ACIP', '2018-10-10-accord-cadre-interprofessionnel'],
    ['ACI_2019', '2019-06-20-aci'],
    ['AVENANT_2', '2021-12-20-avenant-2'],
  ])('have the same days for %s', (id, texte) => {
    const row = baremes.texts.find((text) => text.id === id);
    const { signeLe, publieLe, enVigueurDu } = corpus.textes.get(texte) ?? never();
    expect([signeLe, publieLe]).toEqual([row?.signed, row?.jo]);
    if (row?.in_force) expect(enVigueurDu).toBe(row.in_force);
  });

  it('have every source, at the same address', () => {
    const listed = Object.entries(baremes.sources);
    expect(listed.filter(([id]) => !corpus.sources.has(id))).toEqual([]);
    // Where the validated list leaves the address open, ours may be known from elsewhere.
    const given = listed.filter(([, { url }]) => url !== undefined);
    expect(given.map(([id]) => [id, corpus.sources.get(id)?.url])).toEqual(given.map(([id, { url }]) => [id, url]));
  });

  function findParametre(id: string): Parametre {
    return [...Object.values(parametres).flat(), ...autres].find((parametre) => parametre.id === id) ?? never();
  }
});

/** Tables of a parameter by size, one for each day from which it holds. */
function listTables(parametre: Parametre): readonly Table[] {
  return parametre.type === 'montants-par-taille'
    ? parametre.valeurs.map(({ valeur }) => toTable(valeur.montants))
    : [];
}

/** Amounts that a source prints otherwise. */
function listVariants(parametre: Parametre): readonly Table[] {
  const values = parametre.type === 'montants-par-taille' ? parametre.valeurs : [];
  return values.flatMap(({ valeur }) => valeur.variantes ?? []).map(({ montants }) => toTable(montants));
}

type Table = Readonly<Record<string, number | null>>;

/** Cents under `taille3` become euros under `3`. */
function toTable(montants: Readonly<Record<string, Centimes | null>> = {}): Table {
  return Object.fromEntries(
    Object.entries(montants).map(([size, amount]) => [size.replace('taille', ''), toPlain(amount)]),
  );
}

function toPlain(amount: Centimes | null): number | null {
  return amount === null ? null : toEuros(amount);
}

function never(): never {
  throw new Error('not found');
}
