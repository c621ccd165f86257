/*
 * Prints what the organization has set in the registry (electron/policies/registry.ts): one line a value, its name, its
 * type and its bytes; name and bytes as hexadecimal digits, so that no letter of any language is lost on the way.
 *
 * `reg.exe` does not run where a school forbids registry tools, and writes in the console's code page. A module inside
 * the program would be native code in the process that holds the secrets.
 */

#include <windows.h>

#define KEY L"Software\\Policies\\School API Setup Wizard"
/* The longest name of a value. */
#define LONGEST_NAME 16384
/* The longest value that is printed; a longer one counts as empty, and then as wrong. */
#define LONGEST_DATA (2 * 1024 * 1024)
/* The key could not be read. */
#define NOT_READ 3

static WCHAR name[LONGEST_NAME];
static BYTE data[LONGEST_DATA];

static BOOL print(const char *text, DWORD length) {
  DWORD written;
  return WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, length, &written, NULL) && written == length;
}

/* Bytes as they lie in memory. */
static BOOL printHex(const BYTE *bytes, DWORD length) {
  static const char digits[] = "0123456789abcdef";
  char text[1024];
  DWORD used = 0;
  for (DWORD at = 0; at < length; at++) {
    text[used++] = digits[bytes[at] >> 4];
    text[used++] = digits[bytes[at] & 15];
    if (used == sizeof text) {
      if (!print(text, used)) return FALSE;
      used = 0;
    }
  }
  return print(text, used);
}

/* In decimal digits, between blanks. */
static BOOL printType(DWORD type) {
  char text[12];
  int at = sizeof text;
  text[--at] = ' ';
  do text[--at] = (char)('0' + type % 10);
  while ((type /= 10) != 0);
  return print(" ", 1) && print(text + at, (DWORD)(sizeof text - at));
}

int wmain(void) {
  HKEY key;
  LONG opened = RegOpenKeyExW(HKEY_LOCAL_MACHINE, KEY, 0, KEY_QUERY_VALUE | KEY_WOW64_64KEY, &key);
  if (opened == ERROR_FILE_NOT_FOUND) return 0;
  if (opened != ERROR_SUCCESS) return NOT_READ;
  for (DWORD at = 0;; at++) {
    DWORD nameLength = LONGEST_NAME, dataLength = LONGEST_DATA, type;
    LONG found = RegEnumValueW(key, at, name, &nameLength, NULL, &type, data, &dataLength);
    if (found == ERROR_NO_MORE_ITEMS) return 0;
    if (found != ERROR_SUCCESS && found != ERROR_MORE_DATA) return NOT_READ;
    if (found == ERROR_MORE_DATA) dataLength = 0;
    if (!printHex((const BYTE *)name, nameLength * sizeof(WCHAR)) || !printType(type) ||
        !printHex(data, dataLength) || !print("\r\n", 2))
      return NOT_READ;
  }
}
