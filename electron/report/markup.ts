import { escapeHtml } from '@contract/escape-html';
import { printable } from '@contract/printable';

/* HTML in which everything put in is text, unless it was made here: names in certificates come from strangers. */

/** Markup made by {@link html}; nothing else can make one. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static made(strings: readonly string[], values: readonly Part[]): Markup {
    return new Markup(strings.map((text, at) => text + textOf(values[at] ?? '')).join(''));
  }

  toString(): string {
    return this.#text;
  }
}

export type Part = string | number | Markup | readonly Markup[];

/** A template whose values are escaped, for element content and for attributes in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return Markup.made(strings, values);
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.toString();
  return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.join('');
}

const escaped = (text: string): string => escapeHtml(text.split('\n').map(printable).join('\n'));

export const nothing: Markup = html``;
