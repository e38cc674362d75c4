/** Reading a code from the camera: the browser's own reader where there is one, else ours, apart and fetched once. */
const EVERY = 150; // ms between looks
const READ = ['qr_code', 'code_128', 'code_39', 'data_matrix']; // papers bear the first, tubes one of the others
let worker = null;

async function reader() {
  const known = 'BarcodeDetector' in globalThis ? await BarcodeDetector.getSupportedFormats().catch(() => []) : [];
  if (READ.every(format => known.includes(format))) {
    const own = new BarcodeDetector({formats: READ});
    return async video => (await own.detect(video))[0]?.rawValue ?? '';
  }
  worker ??= new Worker('/field/scanner.js');
  const canvas = document.createElement('canvas');
  return async source => {
    const width = source.videoWidth || source.width,
      height = source.videoHeight || source.height;
    if (!width) return '';
    const scale = Math.min(1, 960 / Math.max(width, height));
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    const pen = canvas.getContext('2d', {willReadFrequently: true});
    pen.drawImage(source, 0, 0, canvas.width, canvas.height);
    return decode(pen.getImageData(0, 0, canvas.width, canvas.height));
  };
}

function decode(picture) {
  return new Promise((done, fail) => {
    worker.onmessage = event => (event.data.fault ? fail(new Error(event.data.fault)) : done(event.data.text));
    worker.onerror = () => {
      worker = null;
      fail(new Error('no reader'));
    };
    worker.postMessage(picture, [picture.data.buffer]);
  });
}

/** Look at the camera until a code is seen; `stop` ends it. */
export async function watch(video, seen, failed) {
  const stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}});
  video.srcObject = stream;
  await video.play();
  let isOver = false;
  const stop = () => {
    isOver = true;
    stream.getTracks().forEach(track => track.stop());
  };
  const read = await reader();
  (async () => {
    let last = '';
    while (!isOver) {
      try {
        const text = await read(video);
        if (text && text !== last) {
          last = text;
          seen(text);
        }
      } catch (fault) {
        stop();
        failed(fault);
      }
      await new Promise(next => setTimeout(next, EVERY));
    }
  })();
  return stop;
}

/** One picture, for a phone whose camera cannot be watched. */
export async function readPicture(file) {
  const picture = await createImageBitmap(file);
  return (await reader())(picture);
}
