import QRCode from 'qrcode';

/** A square of `size` modules; the path draws the dark ones. */
export type DrawnCode = { size: number; path: string };

/** An address as a code that phones read. */
export function drawCode(address: string): DrawnCode {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'Q' }).modules;
  const squares = [...data.entries()]
    .filter(([, isDark]) => isDark !== 0)
    .map(([index]) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`);
  return { size, path: squares.join('') };
}
