import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { createTeller, INTERFACE, type Teller } from './enonces/teller.ts';
import type { Part } from './part.ts';
import type { Profil } from './profil.ts';
import type { Vocabulary } from './render-message.ts';
import type { Faits } from './situate/faits.ts';
import { toProfilText } from './to-profil-text.ts';

/**
 * « D'après le profil … : … habitants »: the facts of the profile that a computation was made from, so that nobody
 * takes the answer for one about any other community.
 * @returns nothing when no run used any
 */
export function tellProfilUsed(
  parts: readonly Part[],
  profil: Profil | undefined,
  vocabulary: Vocabulary,
): readonly LicensedText[] {
  if (!profil) return [];
  const told = parts.flatMap((part) => tellPart(part, createTeller(part.situation, vocabulary)));
  const faits = [...new Map(told.map((fait) => [JSON.stringify(fait), fait])).values()];
  const [first] = parts;
  if (faits.length === 0 || !first) return [];
  const args = { nom: toProfilText(profil.nom, 'nom'), faits: joinLicensed(faits, ', ') };
  return [createTeller(first.situation, vocabulary).phrase('profil-source', args, INTERFACE)];
}

function tellPart({ calculs, situation: { duProfil } }: Part, teller: Teller): readonly LicensedText[] {
  const inputs = calculs.map(({ input }) => input);
  const { population, tailles = [], signature, renouvellement, membres } = duProfil;
  const tell = (code: string, valeur: MessageArg) => [teller.phrase(code, { valeur }, INTERFACE)];
  const uses = (key: string, value: unknown) => value !== undefined && holds(inputs, key, value);
  return [
    ...(population !== undefined && uses('population', population)
      ? tell('profil-source-population', { kind: 'population', habitants: population })
      : []),
    ...tailles.flatMap((numero) =>
      uses('taille', `taille${numero}`) ? tell('profil-source-taille', { kind: 'taille', numero }) : [],
    ),
    ...(signature && uses('signature', signature.from)
      ? tell('profil-source-signature', { kind: 'date', date: signature.from })
      : []),
    ...(renouvellement && uses('renouvellement', renouvellement)
      ? tell('profil-source-renouvellement', { kind: 'date', date: renouvellement })
      : []),
    // A sum of money does not depend on them: only the yearly cap does.
    ...(membres !== undefined && calculs.some(({ tool }) => tool === 'plafond') && uses('membres', membres)
      ? tell('profil-source-membres', { kind: 'nombre', valeur: membres, unite: 'membres' })
      : []),
    ...(usesMissions(inputs, duProfil) ? [teller.phrase('profil-source-missions', {}, INTERFACE)] : []),
  ];
}

/** Missions of which the profile says nothing change nothing. */
function usesMissions(inputs: readonly unknown[], { missionsProfil = {} }: Faits): boolean {
  const told = Object.entries(missionsProfil).filter(([, mission]) =>
    Object.values(mission).some((fact) => fact !== undefined),
  );
  return told.some(([code]) => holds(inputs, 'code', code));
}

/** Whether a value stands under a name, anywhere in what tools were given. */
function holds(input: unknown, key: string, value: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return Object.entries(input).some(([name, inner]) => (name === key && inner === value) || holds(inner, key, value));
}
