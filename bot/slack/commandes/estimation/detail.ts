import { describeFinancement } from '#bot/render/describe-financement.ts';
import { type OutgoingObject, toPlainText } from '#bot/slack/outgoing/outgoing.ts';
import type { Parole } from '../parler.ts';
import { renderWindow, toParts } from '../render-messages.ts';
import { computeDemande } from './compute-demande.ts';
import type { Demande } from './demande.ts';

const DETAIL_VIEW = 'estimation-detail';

/** « Détail du calcul »: every line with each of its steps and the text that makes it. */
export function renderDetail(demande: Demande, parole: Parole): OutgoingObject {
  const outcome = computeDemande(demande, parole.referentiel.parametres);
  const scribe = parole.write('financement', outcome.asOf);
  const { titre, lectures, enonces } = describeFinancement(outcome, scribe);
  const rubriques = lectures.flatMap(({ nom, lignes }) =>
    lignes.map(({ montant, label, etapes, origine }) => {
      const named = nom === undefined ? label : scribe.phrase('commandes-de-lecture', { titre: label, nom });
      return { titre: scribe.phrase('commandes-montant', { label: named, montant }), lignes: [...etapes, origine] };
    }),
  );
  const jour = scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } });
  return renderReadOnly(
    DETAIL_VIEW,
    'commandes-detail',
    toParts({ enonces: [...(titre ? [titre] : []), ...enonces], rubriques, jour }),
    parole,
  );
}

/** A window that only shows. */
export function renderReadOnly(
  name: string,
  titre: 'commandes-detail' | 'commandes-comparaison',
  parts: Parameters<typeof renderWindow>[0],
  parole: Parole,
): OutgoingObject {
  return {
    type: 'modal',
    callback_id: name,
    title: toPlainText(parole.say(titre)),
    close: toPlainText(parole.say('commandes-fermer')),
    blocks: renderWindow(parts, parole),
  };
}
