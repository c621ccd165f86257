/*
 * Wine 8 lacks this library of Windows 10, from which Rust programs, such as the bundler, take their random numbers. It
 * passes the call on to an older one.
 */

#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
  return SystemFunction036(bytes, (ULONG)length);
}
