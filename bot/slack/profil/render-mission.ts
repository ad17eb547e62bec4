import type { Profil } from '#bot/answer/profil.ts';
import { toProfilDate, toProfilText } from '#bot/answer/to-profil-text.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { formatEuros, formatPercent } from '#corpus/law/format-euros.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toCheckboxes, toDateElement, toInput, toTextElement } from '../modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { ProfilWords } from './profil-words.ts';
import { renderRetour } from './render-retour.ts';
import { renderPlace, type ViewPlace } from './view-place.ts';

/** Decimals of a percentage that the form reads. */
const TAUX_DECIMALS = 6;

/** Name of the form of a mission when it is sent. */
export const MISSION_VIEW = 'profil-mission';

/** The form of one mission of a profile, with what is known of it. */
export function renderMission(
  profil: Profil,
  place: ViewPlace & { readonly mission: string },
  words: ProfilWords,
): OutgoingObject {
  const { say, nameMission } = words;
  return {
    type: 'modal',
    callback_id: MISSION_VIEW,
    private_metadata: renderPlace(place),
    title: toPlainText(say('profil-titre-mission')),
    submit: toPlainText(say('profil-enregistrer')),
    close: toPlainText(say('profil-fermer')),
    blocks: [
      { type: 'header', text: toPlainText(nameMission(place.mission)) },
      ...renderChamps(profil.missions[place.mission] ?? {}, words),
      renderRetour(say),
    ],
  };
}

function renderChamps(mission: Profil['missions'][string], { say }: ProfilWords): readonly OutgoingObject[] {
  const { demarrage, deploiement, fixe, variable, fait } = mission;
  const exemple = { kind: 'euros', centimes: 2_000_000 as Centimes } as const;
  const part = { kind: 'pourcent', fraction: { num: 4, den: 5 } } as const;
  return [
    toInput(
      { champ: 'demarrage', label: say('profil-demarrage'), hint: say('profil-demarrage-aide') },
      toDateElement(toProfilDate(demarrage, 'demarrage')),
    ),
    toInput(
      { champ: 'deploiement', label: say('profil-deploiement') },
      toDateElement(toProfilDate(deploiement, 'deploiement')),
    ),
    toInput(
      { champ: 'fixe', label: say('profil-fixe'), hint: say('profil-fixe-aide', { exemple }) },
      toTextElement(toEurosText(fixe, 'fixe')),
    ),
    toInput({ champ: 'variable', label: say('profil-variable') }, toTextElement(toEurosText(variable, 'variable'))),
    toInput(
      { champ: 'resultat', label: say('profil-resultat'), hint: say('profil-resultat-aide', { part, exemple }) },
      toTextElement(toResultatText(mission)),
    ),
    toInput(
      { champ: 'fait', label: say('profil-fait') },
      toCheckboxes([{ value: 'oui', label: say('profil-fait-oui') }], fait ? ['oui'] : []),
    ),
  ];
}

/** Written the one way that the form reads back in either language. */
function toEurosText(centimes: Centimes | undefined, field: string): LicensedText | undefined {
  return centimes === undefined ? undefined : toProfilText(formatEuros(centimes, 'fr'), field);
}

function toResultatText({ taux, atteint }: Profil['missions'][string]): LicensedText | undefined {
  if (taux === undefined) return toEurosText(atteint, 'atteint');
  // A share such as a third has no end in decimals: as many are shown as the form reads back.
  return toProfilText(formatPercent(Number((taux * 100).toFixed(TAUX_DECIMALS)), 'fr'), 'taux');
}
