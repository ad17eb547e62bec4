import type { CalendrierDonnees } from '#bot/digest/calendrier/calendrier-donnees.ts';
import type { EnvoiDate } from '#bot/digest/calendrier/list-envois.ts';
import { toNomDonne } from '#bot/digest/rendu/tell-lignes.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { DigestOptions } from './read-digest.ts';

/** When messages would come, with the policy of days off; nothing when it was not asked. */
export function renderEnvois(
  envois: readonly EnvoiDate[] | undefined,
  { reglages, communautes }: DigestOptions,
  { regions }: CalendrierDonnees,
  scribe: Scribe,
): readonly LicensedText[] {
  if (envois === undefined || reglages === undefined) return [];
  const { heure, fuseau } = reglages;
  const region = regions[reglages.region];
  const lines = envois.map(({ kind, jour, communaute }) => {
    const nom = communautes.find(({ id }) => id === communaute)?.profil.nom ?? '';
    const args = { jour: { kind: 'date', date: jour }, heure: toDonnee(heure), fuseau: toDonnee(fuseau) } as const;
    return kind === 'digest'
      ? scribe.phrase('digest-envoi-digest', args)
      : scribe.phrase('digest-envoi-rappel', { ...args, nom: toNomDonne(nom) });
  });
  const politique = scribe.phrase('digest-politique', {
    region: { kind: 'donnee', fr: region?.fr ?? '', en: region?.en ?? '' },
  });
  const list = [scribe.phrase('digest-envois'), ...lines.map((line): LicensedText => ['  - ', ...line])];
  return [joinLicensed([...list, politique], '\n')];
}

/** The same for a program: `du` is a moment, `jour` the day in the time zone. */
export function renderEnvoisJson(envois: readonly EnvoiDate[] | undefined, { communautes }: DigestOptions): object {
  if (envois === undefined) return {};
  return {
    envois: envois.map(({ kind, periode, jour, du, communaute }) => {
      const nom = communautes.find(({ id }) => id === communaute)?.profil.nom;
      return { kind, periode, jour, du: new Date(du).toISOString(), ...(nom === undefined ? {} : { communaute: nom }) };
    }),
  };
}
