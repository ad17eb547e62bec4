import type { CalendrierDonnees } from '#bot/digest/calendrier/calendrier-donnees.ts';
import {
  findRegion,
  parseFuseau,
  parseHeure,
  parseHorizon,
  parseRappels,
  parseRythme,
} from '#bot/digest/calendrier/parse-reglages.ts';
import type { Reglages } from '#bot/digest/calendrier/reglages.ts';
import type { Communaute } from '#bot/digest/contenu/communaute.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Io } from '../command.ts';
import { loadProfil } from '../options/load-profil.ts';
import type { Options } from '../options/open-options.ts';
import { parseChoix } from '../options/parse-choix.ts';
import { parseDate } from '../options/parse-date.ts';
import { toExemple } from '../options/parsed.ts';
import { readAsOf } from '../options/read-contrat.ts';

/** What a digest is asked with. */
export type DigestOptions = {
  readonly communautes: readonly Communaute[];
  readonly asOf: CalendarDate;
  /** Day of the former digest. */
  readonly depuis: CalendarDate | undefined;
  readonly horizonJours: number;
  readonly lang: Lang;
  /** When messages would come; undefined when neither a day nor an hour is given. */
  readonly reglages: Reglages | undefined;
};

/** Reads the options of a digest, and reports what is wrong with them. */
export function readDigest(options: Options, io: Io, donnees: CalendrierDonnees): DigestOptions {
  const profils = options.takeAll('profil', (path) => loadProfil(path, io.readFile));
  if (!options.has('profil') && profils.length === 0 && options.listProblems().length === 0) {
    const exemple = toExemple('--profil cpts.json');
    options.report({ champ: '--profil', message: toMessage('cli-option-obligatoire', { exemple }) });
  }
  const asOf = readAsOf(options, io);
  const depuis = options.take('depuis', (text) => parseDate(text, io.today));
  if (depuis !== undefined && depuis > asOf) {
    const args = { depuis: { kind: 'date', date: depuis }, asOf: { kind: 'date', date: asOf } } as const;
    options.report({ champ: '--depuis', message: toMessage('digest-depuis-apres', args) });
  }
  const horizonJours = options.take('horizon', (text) => parseHorizon(text, donnees)) ?? donnees.defauts.horizonJours;
  const lang = options.take('langue', (text) => parseChoix<Lang>(text, ['fr', 'en'])) ?? 'fr';
  const communautes = profils.map((profil, index): Communaute => {
    return { id: String(index), profil, marques: {}, estimations: [] };
  });
  return {
    communautes,
    asOf,
    depuis,
    horizonJours,
    lang,
    reglages: readReglages(options, donnees, horizonJours, lang),
  };
}

function readReglages(
  options: Options,
  donnees: CalendrierDonnees,
  horizonJours: number,
  langue: Lang,
): Reglages | undefined {
  const rythme = options.take('jour', (text) => parseRythme(text, donnees));
  const heure = options.take('heure', parseHeure);
  const fuseau = options.take('fuseau', parseFuseau) ?? donnees.defauts.fuseau;
  const region = options.take('region', (text) => parseChoix(text, Object.keys(donnees.regions)));
  const rappels = options.take('rappels', (text) => parseRappels(text, donnees)) ?? donnees.defauts.rappels;
  if (rythme === undefined || heure === undefined) {
    const isAlone = (rythme === undefined) !== (heure === undefined) && options.listProblems().length === 0;
    const exemple = toExemple('--jour lundi --heure 9h');
    if (isAlone) options.report({ champ: '--jour', message: toMessage('digest-jour-et-heure', { exemple }) });
    return undefined;
  }
  return {
    rythme,
    heure,
    fuseau,
    region: region ?? findRegion(fuseau, donnees),
    horizonJours,
    langue,
    silencieux: false,
    rappels: [...rappels],
    destinataires: [],
  };
}
