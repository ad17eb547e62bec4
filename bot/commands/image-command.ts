import type { Profil } from '#bot/answer/profil.ts';
import { seal } from '#bot/gate.ts';
import { createImageRenderer, GENRES, type GenreImage, type SujetImage } from '#bot/images/render-image.ts';
import { createScribe } from '#bot/render/scribe.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Command, Io } from './command.ts';
import { checkProfil } from './options/check-profil.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { parseChoix } from './options/parse-choix.ts';
import { toEcho, toExemple, toValue } from './options/parsed.ts';
import { readContrat } from './options/read-contrat.ts';
import { listMissionsProfil } from './options/read-missions.ts';
import { toJsonText } from './to-json-text.ts';
import { writeNewFile } from './write-new-file.ts';

/** `cpts image`: the funding, the calendar or the payments of a community, as a picture. */
export const imageCommand: Command = {
  summary: 'dessine le financement, le calendrier ou les versements d’une communauté',
  usage: `image financement|calendrier|versements --profil FICHIER.json --out FICHIER.png
      [--as-of DATE] [--lang fr|en] [--json]`,
  exemple: 'image calendrier --profil profil.json --out calendrier.png',
  run,
};

const SPEC = { profil: 'text', out: 'text', 'as-of': 'text', lang: 'text', json: 'flag' } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, SPEC);
  const genre = readGenre(options);
  const { asOf, profil } = readContrat(options, io);
  const out = options.take('out', toValue);
  const lang = options.take('lang', (text) => parseChoix<Lang>(text, ['fr', 'en'])) ?? 'fr';
  reportMissing(options, { profil, out, calendrier: genre === 'calendrier' });
  options.check();
  if (!profil || out === undefined || !genre) return 2;
  const referentiel = io.referentiel();
  options.report(...checkProfil(profil, referentiel.parametres));
  options.check();
  const image = await createImageRenderer(referentiel)(genre, toSujet(profil), asOf, lang);
  if (!image) {
    options.report({ champ: '--profil', message: toMessage('image-rien') });
    options.check();
    return 2;
  }
  writeNewFile(out, image.png, '--out', io);
  const { largeur, hauteur } = image;
  const alternative = seal(image.alternative);
  if (options.has('json')) {
    io.out(toJsonText({ fichier: out, largeur, hauteur, titre: seal(image.titre), alternative }));
    return 0;
  }
  const scribe = createScribe('interface', io.today, referentiel.vocabulary, lang);
  io.out(`${alternative}\n\n${seal(scribe.phrase('image-ecrite', { fichier: toEcho(out) }))}\n`);
  return 0;
}

function readGenre(options: Options): GenreImage | undefined {
  const [first, ...others] = options.positionals;
  for (const word of others) {
    options.report({ champ: 'image', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  const parsed = parseChoix(first ?? '', GENRES);
  if (parsed.kind === 'value') return parsed.value;
  const choix = toExemple(GENRES.join(', '));
  const message = first === undefined ? toMessage('image-genre-manquant', { choix }) : parsed.message;
  options.report({ champ: 'image', message });
  return undefined;
}

type Given = { readonly profil: Profil | undefined; readonly out: string | undefined; readonly calendrier: boolean };

/** What is not given, each with how to write it; an option that was refused has said so already. */
function reportMissing(options: Options, { profil, out, calendrier }: Given): void {
  const refused = new Set(options.listProblems().map(({ champ }) => champ));
  for (const [champ, value] of Object.entries({ '--profil': profil, '--out': out })) {
    if (value !== undefined || refused.has(champ)) continue;
    options.report({ champ, message: toMessage('image-option-manquante', { option: toExemple(champ) }) });
  }
  if (calendrier && profil && profil.signature === undefined) {
    options.report({ champ: '--profil, signature', message: toMessage('image-sans-signature') });
  }
}

/** A profile, as pictures take it. */
function toSujet(profil: Profil): SujetImage {
  const { nom, population, taille, signature, renouvellement, membres } = profil;
  const size = taille === undefined ? {} : { taille: `taille${taille}` };
  return {
    nom,
    contrat: { population, ...size, signature, renouvellement, membres },
    missions: listMissionsProfil(profil),
  };
}
