import { escapeHtml } from '@contract/escape-html';
import { printable } from '@contract/printable';

/*
 * HTML in which every inserted value is escaped unless it is markup made here: names in certificates come from
 * strangers.
 */

/** Markup that only {@link html} can create. */
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

/** An HTML template whose values are escaped, for element content and double-quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return Markup.made(strings, values);
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.toString();
  return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.join('');
}

const escaped = (text: string): string => escapeHtml(text.split('\n').map(printable).join('\n'));

export const nothing: Markup = html``;
