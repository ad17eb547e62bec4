import { parseDate } from '#bot/commands/options/parse-date.ts';
import { parseNombre } from '#bot/commands/options/parse-nombre.ts';
import { type Parsed, toValue } from '#bot/commands/options/parsed.ts';
import type { Saisie } from '#bot/slack/modal/saisie.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { checkFinancementInput, checkJour } from '#tools/financement/check-financement-input.ts';
import type { BaseProrata, MissionSaisie } from '#tools/financement/financement.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Demande } from './demande.ts';
import { MISSIONS_ACTION, toChampDemarrage } from './form-financement.ts';

/** A form that was read: the request, and everything wrong in it, each under its field. */
export type FormLue = { readonly demande: Demande; readonly problems: readonly InputProblem[] };

/**
 * Reads the form of an estimate over what it was filled with: amounts of the contract stay, all that is shown is
 * replaced by what the fields say.
 */
export function readForm(saisie: Saisie, { signeEntre, ...base }: Demande, parametres: Parametres): FormLue {
  const problems: InputProblem[] = [];
  function take<T>(champ: string, parse: (text: string) => Parsed<T>): T | undefined {
    const text = saisie.text(champ);
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if (parsed.kind === 'value') return parsed.value;
    problems.push({ champ, message: parsed.message });
    return undefined;
  }
  const takeJour = (champ: string) => take(champ, (text) => parseDate(text, base.today));
  const annee = saisie.text('annee');
  const input = {
    population: take('population', (text) => parseNombre(text, '85 000')),
    taille: saisie.text('taille'),
    signature: takeJour('signature'),
    renouvellement: takeJour('renouvellement'),
    annee: annee === undefined || annee === 'contrat-entier' ? annee : Number(annee),
    membres: take('membres', (text) => parseNombre(text, '45')),
    prorata: take('prorata', (text) => toValue(text as BaseProrata)),
    missions: saisie.list(MISSIONS_ACTION).map((code): MissionSaisie => {
      const { demarrage: _, ...known } = base.input.missions.find((mission) => mission.code === code) ?? { code };
      const demarrage = takeJour(toChampDemarrage(code));
      return { ...known, ...(demarrage ? { demarrage } : {}) };
    }),
  };
  const demande: Demande = {
    ...base,
    input: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Demande['input'],
    asOf: takeJour('jour') ?? base.today,
    // A month said in words holds until a day is chosen.
    ...(signeEntre && input.signature === undefined ? { signeEntre } : {}),
  };
  problems.push(...checkJour('jour', demande.asOf));
  if (problems.length === 0) problems.push(...placeProblems(demande, parametres));
  return { demande, problems };
}

/** What the calculators refuse, each under the field of the form that it is about. */
function placeProblems({ input }: Demande, parametres: Parametres): readonly InputProblem[] {
  const before = new Set<string>();
  const perMission = input.missions.flatMap((mission) => {
    const own = checkFinancementInput({ ...input, missions: [mission] }, parametres).filter(({ champ }) =>
      OF_MISSIONS.has(champ),
    );
    const place = mission.demarrage ? toChampDemarrage(mission.code) : MISSIONS_ACTION;
    return own.map((problem) => {
      before.add(JSON.stringify(problem));
      return { champ: problem.champ === 'prorata' ? 'prorata' : place, message: problem.message };
    });
  });
  const others = checkFinancementInput(input, parametres)
    .filter((problem) => !before.has(JSON.stringify(problem)))
    .map(({ champ, message }) => ({ champ: OF_MISSIONS.has(champ) ? MISSIONS_ACTION : champ, message }));
  return [...others, ...perMission];
}

const OF_MISSIONS: ReadonlySet<string> = new Set([
  'mission',
  'demarrage',
  'taux',
  'atteint',
  'fixe',
  'variable',
  'prorata',
]);
