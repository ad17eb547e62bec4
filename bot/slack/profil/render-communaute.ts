import { toProfilDate, toProfilText } from '#bot/answer/to-profil-text.ts';
import { formatNumber } from '#corpus/law/format-euros.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { type Choix, toCheckboxes, toDateElement, toInput, toSelectElement, toTextElement } from '../modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Communaute } from './communaute.ts';
import type { ProfilWords } from './profil-words.ts';
import { renderPlace, type ViewPlace } from './view-place.ts';

/** Name of the form of a community when it is sent. */
export const COMMUNAUTE_VIEW = 'profil-communaute';

/** The form of a community, empty for a new one or with what is known. */
export function renderCommunaute(known: Communaute | undefined, place: ViewPlace, words: ProfilWords): OutgoingObject {
  const { say } = words;
  return {
    type: 'modal',
    callback_id: COMMUNAUTE_VIEW,
    private_metadata: renderPlace(place),
    title: toPlainText(say(known ? 'profil-titre' : 'profil-titre-nouveau')),
    submit: toPlainText(say('profil-enregistrer')),
    close: toPlainText(say('profil-fermer')),
    blocks: [
      ...(known ? [] : [{ type: 'section', text: toPlainText(say('profil-intro')) }]),
      ...renderSize(known, words),
      ...renderContrat(known, words),
      renderMissions(known, words),
    ],
  };
}

function renderSize(known: Communaute | undefined, words: ProfilWords): readonly OutgoingObject[] {
  const { say } = words;
  const { nom, population, taille } = known?.profil ?? {};
  const exemple = { kind: 'population', habitants: 85_000 } as const;
  return [
    toInput(
      { champ: 'nom', label: say('profil-nom'), optional: false },
      toTextElement(nom === undefined ? undefined : toProfilText(nom, 'nom')),
    ),
    toInput(
      { champ: 'population', label: say('profil-population'), hint: say('profil-population-aide', { exemple }) },
      toTextElement(toNumberText(population, 'population')),
    ),
    toInput(
      { champ: 'taille', label: say('profil-taille'), hint: say('profil-taille-aide') },
      toSelectElement(listTailles(words), taille === undefined ? undefined : String(taille)),
    ),
  ];
}

function renderContrat(known: Communaute | undefined, { say }: ProfilWords): readonly OutgoingObject[] {
  const { signature, renouvellement, membres } = known?.profil ?? {};
  const contact = known?.contactCpam;
  return [
    toInput(
      { champ: 'signature', label: say('profil-signature') },
      toDateElement(toProfilDate(signature, 'signature')),
    ),
    toInput(
      { champ: 'renouvellement', label: say('profil-renouvellement'), hint: say('profil-renouvellement-aide') },
      toDateElement(toProfilDate(renouvellement, 'renouvellement')),
    ),
    toInput({ champ: 'membres', label: say('profil-membres') }, toTextElement(toNumberText(membres, 'membres'))),
    toInput(
      { champ: 'contact', label: say('profil-contact'), hint: say('profil-contact-aide') },
      toTextElement(contact === undefined ? undefined : toProfilText(contact, 'contact')),
    ),
  ];
}

function renderMissions(known: Communaute | undefined, { say, parametres, nameMission }: ProfilWords): OutgoingObject {
  const choix = parametres.missions.missions.map(({ code }) => ({ value: code, label: nameMission(code) }));
  return toInput(
    { champ: 'missions', label: say('profil-missions'), hint: say('profil-missions-aide') },
    toCheckboxes(choix, Object.keys(known?.profil.missions ?? {})),
  );
}

/** Written the one way that the form reads back in either language. */
function toNumberText(value: number | undefined, field: string): LicensedText | undefined {
  return value === undefined ? undefined : toProfilText(formatNumber(value, 'fr'), field);
}

/** The sizes of today, each with its limits. */
function listTailles({ say, parametres }: ProfilWords): readonly Choix[] {
  const classes = parametres.tailles.valeurs.at(-1)?.valeur.classes ?? [];
  return classes.map(({ taille, de, a }) => {
    const numero = toNumeroTaille(taille);
    const bornes = describeBornes(say, de, a);
    return { value: String(numero), label: say('profil-taille-choix', { taille: { kind: 'taille', numero }, bornes }) };
  });
}

function describeBornes(say: ProfilWords['say'], de: number, a: number | null): LicensedText {
  const toArg = (habitants: number) => ({ kind: 'population', habitants }) as const;
  if (a === null) return say('bornes-fin', { limite: toArg(de - 1) });
  return de === 0
    ? say('bornes-debut', { limite: toArg(a + 1) })
    : say('bornes-milieu', { de: toArg(de), a: toArg(a) });
}
