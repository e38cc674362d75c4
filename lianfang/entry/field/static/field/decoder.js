/** Reads codes from pictures, in a worker of its own: the only place that may compile WebAssembly. */
importScripts('/static/vendor/zxing-reader.js');
ZXingWASM.prepareZXingModule({overrides: {locateFile: () => '/static/vendor/zxing_reader.wasm'}});

self.onmessage = async event => {
  try {
    const found = await ZXingWASM.readBarcodes(event.data, {formats: ['QRCode', 'Code128', 'Code39', 'DataMatrix'], maxNumberOfSymbols: 1});
    self.postMessage({text: found[0]?.text ?? ''});
  } catch (fault) {
    self.postMessage({fault: String(fault)});
  }
};
