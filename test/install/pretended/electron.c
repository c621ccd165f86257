/* In the place of Electron's program, for packing where the real one cannot be had: a window program with its fuses. */

#include <windows.h>

/** As @electron/fuses finds them: a mark, the version of the format, their number, and nine fuses. */
__attribute__((used)) char fuses[] = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09"
                                     "101100011";

int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, PWSTR words, int show) {
  (void)own, (void)before, (void)words, (void)show;
  return ((volatile char *)fuses)[0] == 0;
}
