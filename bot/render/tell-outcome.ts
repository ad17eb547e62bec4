import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Rubrique } from './render-text.ts';
import type { Scribe } from './scribe.ts';

/** What follows a result, or stands for it when there is none. */
export type OutcomeTold = {
  /** Why nothing applies, or is covered. */
  readonly enonces: readonly LicensedText[];
  /** Hypotheses, what is not computed, what is missing: those that there are. */
  readonly rubriques: readonly Rubrique[];
};

/** Tells what every tool says besides its value, for any surface. */
export function tellOutcome(outcome: Outcome<unknown>, scribe: Scribe): OutcomeTold {
  function toRubriques(code: string, messages: readonly Message[]): readonly Rubrique[] {
    const lignes = messages.map((message) => scribe.phrase(message.code, message.args));
    return lignes.length === 0 ? [] : [{ titre: scribe.phrase(code), lignes }];
  }
  switch (outcome.kind) {
    case 'computed':
    case 'ambiguous': {
      const hypotheses = toRubriques('interface-hypotheses', outcome.hypotheses);
      return { enonces: [], rubriques: [...hypotheses, ...toRubriques('interface-non-calcule', outcome.notComputed)] };
    }
    case 'missing-input': {
      const questions = outcome.missing.map(({ question }) => question);
      return { enonces: [], rubriques: toRubriques('cli-manque', questions) };
    }
    case 'not-applicable':
      return { enonces: [scribe.phrase(outcome.reason.code, outcome.reason.args)], rubriques: [] };
    case 'not-covered': {
      const { reason, references } = outcome;
      const enonces = [scribe.phrase(reason.code, reason.args)];
      return {
        enonces: references.length === 0 ? enonces : [...enonces, tellTextes(references, scribe)],
        rubriques: [],
      };
    }
  }
}

/** « en vigueur, d'après avenant 2 »: standing of a line and the texts that make it. */
export function tellAppui(statut: Statut, references: readonly Reference[], scribe: Scribe): LicensedText {
  const libelle = scribe.phrase(`statut-${statut}`);
  if (references.length === 0) return libelle;
  return joinLicensed([libelle, tellTextes(references, scribe)], ', ');
}

/** « d'après avenant 2 »: the texts, each once. */
export function tellTextes(references: readonly Reference[], scribe: Scribe): LicensedText {
  const ids = [...new Set(references.map(({ texte }) => texte))];
  const textes = ids.map((id) => scribe.phrase('cli-texte', { texte: { kind: 'texte', id } }));
  return scribe.phrase('cli-d-apres', { textes: joinLicensed(textes, ', ') });
}
