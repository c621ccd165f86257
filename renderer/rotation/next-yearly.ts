/** Credentials that are this new are those of the coming year already. */
const TOO_SOON_DAYS = 90;

/** The next such day that lies far enough ahead, as YYYY-MM-DD. */
export function nextYearly(
  { month, day }: { readonly month: number; readonly day: number },
  today: Date,
): string {
  const soon = new Date(today);
  soon.setDate(soon.getDate() + TOO_SOON_DAYS);
  const year = soon.getFullYear();
  const passed = new Date(year, month - 1, day) < soon;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${passed ? year + 1 : year}-${two(month)}-${two(day)}`;
}
