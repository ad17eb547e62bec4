import { addDays } from '#corpus/law/calendar-date.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import { findEtatAvant } from '#tools/nouveautes/find-etat-avant.ts';
import type { CalendrierDonnees } from '../digest/calendrier/calendrier-donnees.ts';
import { listEnvois } from '../digest/calendrier/list-envois.ts';
import { loadCalendrierDonnees, loadJours } from '../digest/calendrier/load-calendrier.ts';
import { toCommunauteDatee } from '../digest/calendrier/to-communaute-datee.ts';
import { computeDigest } from '../digest/contenu/compute-digest.ts';
import { toEtatConnu } from '../digest/contenu/to-etat-connu.ts';
import { renderDigest } from '../digest/rendu/render-digest.ts';
import { renderDigestJson } from '../digest/rendu/render-digest-json.ts';
import { renderDigestText } from '../digest/rendu/render-digest-text.ts';
import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import type { Command, Io } from './command.ts';
import { type DigestOptions, readDigest } from './digest/read-digest.ts';
import { renderEnvois, renderEnvoisJson } from './digest/render-envois.ts';
import { openOptions } from './options/open-options.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts digest`: what a channel would be told of its communities on a day, and when it would be. */
export const digestCommand: Command = {
  summary: 'digest de communautés : échéances, versements, nouveautés des textes et ce qu’elles changent',
  usage: `digest --profil FICHIER.json [--profil FICHIER.json …] [--as-of DATE] [--depuis DATE] [--horizon JOURS]
       [--langue fr|en] [--json]
       [--jour JOUR --heure HEURE [--fuseau FUSEAU] [--region REGION] [--rappels JOURS,JOURS|aucun]]`,
  exemple: 'digest --profil cpts.json --horizon 60',
  run,
};

const SPEC = {
  profil: 'list',
  'as-of': 'text',
  depuis: 'text',
  horizon: 'text',
  langue: 'text',
  jour: 'text',
  heure: 'text',
  fuseau: 'text',
  region: 'text',
  rappels: 'text',
  json: 'flag',
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const donnees = loadCalendrierDonnees();
  const asked = readDigest(options, io, donnees);
  options.check();
  const referentiel = io.referentiel();
  const { asOf, depuis, lang, communautes, horizonJours } = asked;
  const etat = toEtatConnu(referentiel.corpus, referentiel.parametres, asOf);
  // Nobody kept what was known on those days: their dates tell it.
  const etats = depuis === undefined ? null : { avant: findEtatAvant(etat, depuis), apres: findEtatAvant(etat, asOf) };
  const digest = computeDigest({ communautes, horizonJours, etat, etats });
  const scribe = createScribe('digest', asOf, referentiel.vocabulary, lang);
  const text = renderDigestText(renderDigest(digest, scribe));
  const envois = await listPlanned(asked, donnees, io);
  if (options.has('json')) {
    const content = renderDigestJson(digest, scribe, referentiel);
    io.out(toJsonText({ ...content, ...renderEnvoisJson(envois, asked), langue: lang, text: seal(text) }));
  } else io.out(`${seal(joinLicensed([text, ...renderEnvois(envois, asked, donnees, scribe)], '\n\n'))}\n`);
  return 0;
}

/** What would be sent within the horizon, when it was said when. */
async function listPlanned(asked: DigestOptions, donnees: CalendrierDonnees, io: Io) {
  const { reglages, communautes, asOf, horizonJours } = asked;
  if (reglages === undefined) return undefined;
  const jours = await loadJours(donnees);
  const { parametres } = io.referentiel();
  const datees = communautes.map((communaute) => toCommunauteDatee(communaute, parametres, asOf));
  const abonne = { channel: '', reglages, communautes: datees };
  return listEnvois(abonne, { du: asOf, au: addDays(asOf, horizonJours) }, jours);
}
