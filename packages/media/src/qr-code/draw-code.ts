import QRCode from 'qrcode';

/**
 * A QR code as SVG, dark on light in either theme, with a margin of four modules (ISO/IEC 18004) and the correction (M)
 * that EPC069-12 asks for.
 */
export function drawCode(payload: string): Promise<string> {
  return QRCode.toString(payload, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
