/** What a window says that cannot go on; apart from the others, since they may be what is missing. */
export const fatal = {
  title: 'This window has to start over',
  text: 'Something in the window stopped working. What was saved is untouched. Press the button to open the window again.',
  /** Only where a part of the package is damaged: starting over brings the same page then. */
  again: 'If this page comes back, install the program again.',
  action: 'Open the window again',
};
