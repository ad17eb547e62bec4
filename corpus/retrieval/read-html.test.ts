import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

describe('readHtml', () => {
  it.each([
    ['<p>Un&nbsp;<b>deux</b>.</p><p>Trois</p>', 'Un deux.\nTrois'],
    ['<ul><li>un</li>\n<li>deux</li></ul>', 'un\ndeux'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['un<br>deux', 'un\ndeux'],
    ['avant<script>non()</script><style>p{}</style> après', 'avant après'],
    ['<p>jamais fermé <i>ni <b>ceci', 'jamais fermé ni ceci'],
    ['texte seul &eacute; &amp; &lt;b&gt;', 'texte seul é & <b>'],
    ['<html><head><title>Non</title></head><body><p>Page</p></body></html>', 'Page'],
    ['', ''],
  ])('reads %s', (html, texte) => {
    expect(readHtml(html).texte).toBe(texte);
  });

  it('tells the headings besides', () => {
    expect(readHtml('<h2>Les <em>règles</em></h2><p>Un</p><h3> </h3>')).toEqual({
      texte: 'Les règles\nUn',
      intertitres: ['Les règles'],
    });
  });
});
