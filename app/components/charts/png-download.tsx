import { useEffect, useState } from 'react';

/** Pixels for each unit of the drawing: sharp in print at the width of a page. */
const scale = 3;

async function toPng(svgHref: string): Promise<Blob> {
  const image = new Image();
  image.src = svgHref;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The drawing as a picture, made in the browser from the SVG file; without script there is no button. */
export function PngDownload(props: { svgHref: string; name: string; label: string }) {
  const { svgHref, name, label } = props;
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  if (!hasScript) return null;
  return (
    <button
      type="button"
      onClick={() => {
        toPng(svgHref).then(
          (blob) => save(blob, `${name}.png`),
          () => window.location.assign(svgHref), // the SVG itself, where the browser makes no picture of it
        );
      }}
    >
      {label}
    </button>
  );
}
