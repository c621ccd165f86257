import { PlainSecret } from './plain-secret';

/**
 * What a masked field holds, in plain text below it. The field itself stays masked: Chromium lets nobody copy, cut or
 * drag from such a field, and keeps it out of the selection clipboard of X11; from an ordinary one it would.
 */
export function TypedSecret({ text }: { readonly text: string }) {
  return text === '' ? null : (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only lets a click here keep the focus in the field.
    <div className="box" data-fixed onMouseDown={(event) => event.preventDefault()}>
      <PlainSecret text={text} />
    </div>
  );
}
