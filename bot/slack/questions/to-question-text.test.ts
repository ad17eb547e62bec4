import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQuestionText } from './to-question-text.ts';

describe('toQuestionText', () => {
  it.each([
    ['the mention of the bot', '<@U0BOT> quel plafond ?', 'quel plafond ?'],
    ['its mention with a label, glued to words', 'bonjour<@U0BOT|cpts-bot>quel plafond ?', 'bonjour quel plafond ?'],
    [
      'the mention of somebody else',
      '<@U0BOT> dis à <@U0MARIE> et à <@W1|marie> le plafond',
      'dis à et à @marie le plafond',
    ],
    ['a bot whose name begins like ours', '<@U0BOTX|autre> quel plafond ?', '@autre quel plafond ?'],
    ['a channel', 'comme dans <#C1|missions> et <#C2> et <#C3|>', 'comme dans #missions et #canal et #canal'],
    ['a link without a label', 'voir <https://ameli.fr/cpts_aci?a=1>', 'voir https://ameli.fr/cpts_aci?a=1'],
    ['a link with a label', 'voir <https://ameli.fr|ameli.fr>', 'voir ameli.fr'],
    ['a link with an empty label', 'voir <https://ameli.fr|>', 'voir https://ameli.fr'],
    ['an address', '<mailto:a@b.fr|a@b.fr> ou <mailto:c@d.fr>', 'a@b.fr ou c@d.fr'],
    ['a telephone number', '<tel:+33102030405|01 02 03 04 05>', '01 02 03 04 05'],
    ['a date of Slack', 'signé le <!date^1561000000^{date}|20 juin 2019>', 'signé le 20 juin 2019'],
    ['a call to everybody', '<!here> <!channel|@channel> <!everyone|everyone> le plafond', 'le plafond'],
    ['a group of people', '<!subteam^S1|@equipe> et <!subteam^S2> demandent', '@equipe et demandent'],
    ['signs written as entities', 'taille &lt; 2 &amp; &gt; 1', 'taille < 2 & > 1'],
    ['an entity that was typed', '&amp;lt;', '&lt;'],
    ['a mention that was typed', '&lt;@U0BOT&gt; et &lt;!here&gt;', '<@U0BOT> et <!here>'],
    ['emphasis', '*Quel* _plafond_ ~pour~ `taille 2` ?', 'Quel plafond pour taille 2 ?'],
    ['emphasis of several words, with punctuation', '(*le plafond*), _s’il te plaît_.', '(le plafond), s’il te plaît.'],
    ['emphasis inside emphasis', '*_~plafond~_*', 'plafond'],
    ['code of several lines', '```\nquel\nplafond\n```', 'quel\nplafond'],
    ['code on one line', '```plafond```', 'plafond'],
    ['emphasis around a link', '*<https://ameli.fr|ameli>*', 'ameli'],
    ['pictures by their names', 'plafond :100: :tada: :+1: :wave::skin-tone-2: ?', 'plafond ?'],
    ['blanks', ' \tquel   plafond\t?  ', 'quel plafond ?'],
    ['nothing but the mention', '<@U0BOT>', ''],
  ])('gives the words of a person out of %s', (_, text, words) => {
    expect(toQuestionText(text, 'U0BOT')).toBe(words);
  });

  it.each([
    'Une CPTS de ~85 000 habitants',
    'Entre ~85 000 et ~90 000 habitants',
    '~85 000 ~ 90 000',
    '2*3 et 4 * 5 * 6',
    'le fichier rapport_d_activite_2024',
    'à 10:30:15, de 10:30 à 11:15, :75:',
    '75\u00a0000\u00a0€ et 1\u202f000\u202f€',
    'Première ligne\n- deuxième',
    'prix/an | total',
    'a < b',
  ])('leaves « %s » as it is', (text) => {
    expect(toQuestionText(text, 'U0BOT')).toBe(text);
  });

  it('never fails and never takes long, whatever is written', () => {
    const signs = ['<', '>', '@', '#', '!', '|', '*', '_', '~', '`', '```', ':', '&lt;', ' ', '\n', 'a', '7', 'U0BOT'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 60 }), (parts) => {
        expect(toQuestionText(parts.join(''), 'U0BOT')).not.toMatch(/^[ \t]|[ \t]$| {2}/);
      }),
      { numRuns: 1000 },
    );
    const long = ['*', '_', '~', '`', '<', ':a', '*a '].map((sign) => sign.repeat(4000));
    expect(long.map((text) => typeof toQuestionText(text, 'U0BOT'))).toEqual(long.map(() => 'string'));
  });
});
