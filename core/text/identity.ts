/** Names the text of a closed file, whatever its line ends and byte order mark: `h` and a hash of 64 bits. */
export function identityOfText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  const same = plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
  let low = 0x811c9dc5 | 0;
  let high = 0x1b873593 | 0;
  // It is read at every look at a file: four characters at a time, and none beyond the end, which would cost twice that.
  const whole = same.length - (same.length % 4);
  for (let i = 0; i < whole; i += 4) {
    low = Math.imul(low ^ same.charCodeAt(i) ^ (same.charCodeAt(i + 1) << 16), 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ low ^ same.charCodeAt(i + 2) ^ (same.charCodeAt(i + 3) << 16), 0xc2b2ae35);
    high ^= high >>> 13;
  }
  for (let i = whole; i < same.length; i++) low = Math.imul(low ^ same.charCodeAt(i), 0x85ebca6b);
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return `h${hex(low)}${hex(high)}`;
}
