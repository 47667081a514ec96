/** Converts a picture of the page to a PNG for Word, because older versions of Word cannot show SVG. */
const WIDEST = 160; // the largest width in the file, in points
const SHARP = 3; // the scale at which it is drawn, to be sharp in print

/** `{ data, width, height, alt }` of an image element: the bytes of the PNG, and its size in the file. */
export async function painted({ src, alt, width, height }) {
  const image = new Image(width * SHARP, height * SHARP);
  image.src = src;
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(WIDEST / width, 1);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  canvas.width = size.width * SHARP;
  canvas.height = size.height * SHARP;
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return { data: new Uint8Array(await blob.arrayBuffer()), ...size, alt };
}
