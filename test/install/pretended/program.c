/* In the place of the packed program: prints its command line and standard input, and ends with the status it is told. */

#include <windows.h>

static void say(const char *bytes, DWORD length) {
  DWORD written;
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), bytes, length, &written, NULL);
}

int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, PWSTR words, int show) {
  static char bytes[4 * 32768];
  WCHAR *status = NULL;
  DWORD length;
  (void)own, (void)before, (void)show;
  for (WCHAR *at = words; *at != 0; at++)
    if (lstrlenW(at) >= 7 && CompareStringW(LOCALE_INVARIANT, 0, at, 7, L"status=", 7) == CSTR_EQUAL) status = at + 7;
  length = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes, NULL, NULL);
  say(bytes, length - 1);
  say("\n", 1);
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes, sizeof bytes, &length, NULL) && length > 0)
    say(bytes, length);
  int number = 0;
  if (status != NULL)
    for (; *status >= L'0' && *status <= L'9'; status++) number = number * 10 + (*status - L'0');
  return number;
}
