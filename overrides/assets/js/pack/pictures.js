/** A picture of the page -> one that Word shows everywhere. Drawings are painted, as older Word files know no drawings of the web. */
const WIDEST = 160; // points across in the file
const SHARP = 3; // painted so many times as large, to be clear on paper

/** `{ data, width, height, alt }` of an image element: the bytes of a PNG picture, and its size in the file. */
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
