/** What a window says that cannot go on; apart from the others, since they may be what is missing. */
export const fatal = {
  title: 'This window has to start over',
  text: 'Something in the window stopped working. What was saved is untouched. Press the button to open the window again.',
  action: 'Open the window again',
};
