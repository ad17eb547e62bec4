/** A piece of HTML that may be put in a page as it is. */
export type Html = { readonly html: string };

/** Builds HTML: what is put in a template is escaped, unless it is HTML already or a list of it. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.reduce((text, part, at) => `${text}${toText(values[at - 1] ?? '')}${part}`) };
}

type Value = string | number | Html | readonly Html[];

/** Text that came from elsewhere and is HTML: a style sheet of ours. */
export function toRawHtml(text: string): Html {
  return { html: text };
}

function toText(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
