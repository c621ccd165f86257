/** What a window says that cannot go on; apart from the others, since they may be what is missing. */
export const fatal = {
  title: 'This window has to start over',
  text: 'Something in the window stopped working. What was saved is untouched. Press the button to open the window again.',
  /** Only where a part of the package is damaged: starting over brings the same page then. */
  again: 'If this page comes back, install the program again.',
  action: 'Open the window again',
  copy: 'Copy details',
  copied: 'Copied',
  detailsNamed: 'the details',
  details: 'The details hold nothing that you typed. Send them to whoever looks after the program.',
  /** Over a screen that still stands. */
  stumbled: {
    title: 'Something in this window did not work',
    text: 'What was saved is safe. You can go on. If the window does not respond properly, open it again; anything you typed and did not save will be lost.',
    goOn: 'Go on',
  },
};
