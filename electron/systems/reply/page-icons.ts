/*
 * Names of the icons beside a value on a web page. Icon fonts draw a name as a picture; copied, it is text again:
 * `content_copy`.
 */

const UNMISTAKABLE =
  'content_copy|content_paste|file_copy|visibility_off|remove_red_eye|open_in_new|more_vert|more_horiz|help_outline|info_outline|check_circle|check_circle_outline|error_outline|delete_outline|delete_forever|expand_more|expand_less|vpn_key|lock_open|lock_outline|mode_edit|arrow_drop_down|keyboard_arrow_down|keyboard_arrow_right';
const NAME = new RegExp(`(?:^|[ \\t])(?:${UNMISTAKABLE})[ \\t]*(?=$|[ \\t])`, 'gm');
/** These are words as well: icons only alone on a line, or at its end behind a name that is unmistakable. */
const WORD = /^[ \t]*(?:visibility|autorenew|refresh|edit|delete|lock|check|close|done)[ \t]*$/gm;
const MAY_HOLD = new RegExp(`(?<![\\w-])(?:${UNMISTAKABLE})(?![\\w-])`);

/** The text without them. */
export function withoutIcons(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  return text
    .split('\n')
    .map((line) =>
      line.length > 2000 || !MAY_HOLD.test(line) ? line : withoutWord(line.replaceAll(NAME, '')),
    )
    .join('\n')
    .replaceAll(WORD, '');
}

const withoutWord = (line: string): string => line.replace(/[ \t]+visibility[ \t]*$/, '');
