/** Gives octets to the browser as a file to be saved. */
export function save(octets: Uint8Array, name: string): void {
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(octets)], { type: 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
