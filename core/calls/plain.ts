/**
 * What can steer a terminal, or turn the order of what is read: control characters but for tabs and line ends, and marks
 * of direction.
 */
const steering = /[^\P{Cc}\t\r\n]|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A text in which nothing steers a terminal, tabs and line ends left as they are: U+001B reads `\x1b`. */
export function escapedControls(text: string): string {
  return text.replace(steering, (each) => {
    const code = each.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** The same in one line: a plan's words and a file's name can be in a message. */
export function plain(text: string): string {
  return escapedControls(text.replace(/[\t\r\n\u2028\u2029]+/g, ' '));
}

/** A value as JSON, in which nothing steers a terminal either: JSON's own escapes leave C1 and marks of direction. */
export function jsonText(value: unknown): string {
  return withEscapes(JSON.stringify(value, null, 2));
}

/** The same in one line. */
export function jsonLine(value: unknown): string {
  return withEscapes(JSON.stringify(value));
}

function withEscapes(json: string): string {
  return json.replace(steering, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
