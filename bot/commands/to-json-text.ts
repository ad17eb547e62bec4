/** One JSON object, readable by people too, with its end of line. */
export function toJsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
