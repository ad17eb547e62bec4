import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type Message, toDonnee } from '#corpus/law/message.ts';
import type { ModelSettings } from '../model/find-model-settings.ts';
import { ModelError } from '../model/model-error.ts';
import type { Essai, Verification } from '../model/verification/verification.ts';
import type { Scribe } from '../render/scribe.ts';
import { sealLines, toBullets } from './layout.ts';

/** What works of an endpoint, line by line, and what the bot will do with it. */
export function renderModeleText(
  { essais, usage }: Verification,
  { model, baseUrl }: ModelSettings,
  scribe: Scribe,
): string {
  const lines = [
    scribe.phrase('modele-titre', { modele: toDonnee(model), adresse: toDonnee(baseUrl) }),
    ...toBullets(essais.map((essai) => renderEssai(essai, scribe))),
    scribe.phrase(`modele-conclusion-${usage}`),
  ];
  return `${sealLines(lines)}\n`;
}

function renderEssai(essai: Essai, scribe: Scribe): LicensedText {
  const nom = scribe.phrase(`modele-essai-${essai.nom}`);
  if (essai.resultat === 'non-essaye') return scribe.phrase('modele-non-essaye', { essai: nom });
  if (essai.resultat === 'non') {
    const probleme = renderProbleme(essai.probleme, scribe);
    return scribe.phrase('modele-non', { essai: nom, probleme });
  }
  const ms = { kind: 'nombre', valeur: essai.ms } as const;
  if (essai.precision === undefined) return scribe.phrase('modele-oui', { essai: nom, ms });
  const precision = scribe.phrase(essai.precision.code, essai.precision.args);
  return scribe.phrase('modele-oui-precis', { essai: nom, ms, precision });
}

/** What went wrong and what to do about it, with the code to look for in the journal. */
function renderProbleme(probleme: ModelError | Message, scribe: Scribe): LicensedText {
  if (!(probleme instanceof ModelError)) return scribe.phrase(probleme.code, probleme.args);
  const { message, remedy, code } = probleme;
  const told = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}. ${remedy} [${code}]`;
  return scribe.phrase('cli-texte', { texte: toDonnee(told) });
}
